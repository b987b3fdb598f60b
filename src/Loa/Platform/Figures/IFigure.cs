using Loa.Documents.Plans;

namespace Loa.Platform.Figures;

/// <summary>What is asked of a figure.</summary>
/// <param name="From">The first day that counts.</param>
/// <param name="To">The last day that counts.</param>
/// <param name="Forms">Of these forms; none: of all. Only for figures that ask for them.</param>
/// <param name="Integrated">Null: stand-alone and integrated.</param>
/// <param name="PlanId">Only of this plan, where the figure knows plans.</param>
internal sealed record FigureAsk(IReadOnlyList<Guid> Agencies, DateOnly From, DateOnly To, IReadOnlyList<CommunicationForm> Forms, bool? Integrated, Guid? PlanId)
{
    public FigureAsk(IReadOnlyList<Guid> agencies, DateOnly from, DateOnly to, Guid? planId = null)
        : this(agencies, from, to, [], null, planId)
    {
    }

    /// <summary>The target of a plan, for the figure that is one's value.</summary>
    public Guid? TargetId { get; init; }
}

/// <param name="Of">Null: a count; else <paramref name="Value"/> is a part of it.</param>
internal sealed record FigureValue(decimal Value, decimal? Of = null);

/// <summary>One of the things that a figure counts.</summary>
/// <param name="Value">What it adds to the figure, where that is not simply one.</param>
/// <param name="Href">Its own page; null where it has none.</param>
internal sealed record FigureRow(Guid AgencyId, DateOnly? On, string Title, decimal? Value, string? Href);

/// <summary>
/// A number that a module knows of agencies between two days: what they did, what of their work was done in time, how many people they have. Modules register theirs with
/// <c>services.AddScoped&lt;IFigure, …&gt;()</c>; assessments, targets and reports are filled from it. It is asked for many agencies at once, and what it says of several is their sum.
/// </summary>
internal interface IFigure
{
    const int KeyMaxLength = 40;

    /// <summary>Stands in rows of criteria, measures and outlines; never changed. At most <see cref="KeyMaxLength"/> characters.</summary>
    string Key { get; }

    /// <summary>The Vietnamese text, which is the localizer's key.</summary>
    string Title { get; }

    /// <summary>How it is counted, in one sentence that the agencies read; the localizer's key.</summary>
    string Explanation { get; }

    /// <summary>A part of something, with what it is a part of.</summary>
    bool IsShare => false;

    /// <summary>It can be narrowed to forms of communication, and to stand-alone or integrated.</summary>
    bool AsksForms => false;

    /// <summary>It is the value of a target, which has to be named.</summary>
    bool AsksTarget => false;

    /// <summary>Agencies without a row have nothing: a count of zero, or no share.</summary>
    Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken);

    /// <summary>The things that are counted, the earliest first.</summary>
    IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, CancellationToken cancellationToken);
}
