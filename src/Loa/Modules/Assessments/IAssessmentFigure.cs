using Loa.Documents.Plans;

namespace Loa.Modules.Assessments;

/// <param name="Forms">Of these forms; none: of all. Only for figures that ask for them.</param>
/// <param name="Integrated">Null: stand-alone and integrated.</param>
/// <param name="PlanId">Only of this plan, where the figure knows plans.</param>
internal sealed record FigureAsk(IReadOnlyList<Guid> Agencies, DateOnly From, DateOnly To, IReadOnlyList<CommunicationForm> Forms, bool? Integrated, Guid? PlanId);

/// <param name="Of">Null: a count; else <paramref name="Value"/> is a part of it.</param>
internal sealed record FigureValue(long Value, long? Of);

/// <summary>
/// A figure that a criterion can be scored by. Modules that know one register it with <c>services.AddScoped&lt;IAssessmentFigure, …&gt;()</c>: what cadences were met, how many
/// questions were answered. The figure is asked for all agencies of an assessment at once.
/// </summary>
internal interface IAssessmentFigure
{
    /// <summary>Stands in criteria; never changed. At most <see cref="AssessmentCriterion.FigureMaxLength"/> characters.</summary>
    string Key { get; }

    /// <summary>The Vietnamese text, which is the localizer's key.</summary>
    string Title { get; }

    /// <summary>How it is counted, in one sentence that the agencies read; the localizer's key.</summary>
    string Explanation { get; }

    /// <summary>A part of something: points can follow it in proportion.</summary>
    bool IsShare { get; }

    /// <summary>It can be narrowed to forms of communication, and to stand-alone or integrated.</summary>
    bool AsksForms { get; }

    /// <summary>Agencies without a row have nothing: a count of zero, or no share.</summary>
    Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken);
}
