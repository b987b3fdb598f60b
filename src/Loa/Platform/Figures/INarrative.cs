using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Figures;

/// <summary>What sentences are asked for.</summary>
/// <param name="Voices">Agency → whose text speaks of it: several agencies can be told of in one report.</param>
internal sealed record NarrativeAsk(IReadOnlyDictionary<Guid, Guid> Voices, DateOnly From, DateOnly To, Guid? PlanId)
{
    public IReadOnlyList<Guid> Agencies { get; } = [.. Voices.Keys];

    /// <summary>Agency → how a text that tells of many names it, without those of the body that writes it; null where a text tells of that body only.</summary>
    public IReadOnlyDictionary<Guid, string>? Names { get; init; }

    /// <summary>The same as what figures are asked.</summary>
    public FigureAsk Figures => new(Agencies, From, To, PlanId);

    /// <summary>
    /// The first rows of a list, in its order, and how many there are: where one text tells of many agencies the rest stays in the database, as a text prints the first lines only.
    /// </summary>
    public async Task<(List<T> Rows, int? Total)> FirstAsync<T>(IQueryable<T> ordered, CancellationToken cancellationToken) => Names is null
        ? (await ordered.ToListAsync(cancellationToken), null)
        : (await ordered.Take(Prose.LinesMost).ToListAsync(cancellationToken), await ordered.CountAsync(cancellationToken));

    /// <summary>"Sở Y tế: " before what one of many did; nothing where only one is told of.</summary>
    public string Whose(Guid agencyId) => Names is not null && Names.TryGetValue(agencyId, out var name) ? $"{name}: " : "";
}

/// <summary>
/// Sentences of a report that a module can write from what it knows: which documents were issued, what was done in which form. They are Vietnamese, as the document is; blank lines
/// part paragraphs and "- " begins a line of a list. Modules register theirs with <c>services.AddScoped&lt;INarrative, …&gt;()</c>.
/// </summary>
internal interface INarrative
{
    const int KeyMaxLength = 40;

    /// <summary>Stands in sections of outlines; never changed. At most <see cref="KeyMaxLength"/> characters.</summary>
    string Key { get; }

    /// <summary>The Vietnamese text, which is the localizer's key.</summary>
    string Title { get; }

    /// <summary>Voice → its text; voices that have nothing to say are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken);
}

/// <summary>Sentences and lists as narratives write them.</summary>
internal static class Prose
{
    /// <summary>Lists of a text are cut after so many lines; what follows is counted.</summary>
    public const int LinesMost = 30;

    /// <summary>"…: \n\n- a;\n- b;\n- c." with each line's own end taken off.</summary>
    /// <param name="more">What so many further lines are called.</param>
    /// <param name="total">How many there are, where only the first were fetched.</param>
    public static string List(string opening, IReadOnlyList<string> lines, Func<string, string> more, int? total = null)
    {
        var all = Math.Max(total ?? 0, lines.Count);
        var text = new StringBuilder(opening).Append("\n\n");
        var shown = lines.Take(LinesMost).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var last = i == shown.Count - 1 && all == shown.Count;
            text.Append("- ").Append(Line(shown[i])).Append(last ? "." : ";").Append(last ? "" : "\n");
        }

        return all > shown.Count ? text.Append("- ").Append(more(Count(all - shown.Count))).Append('.').ToString() : text.ToString();
    }

    /// <summary>"a", "a và b", "a, b và c"; with semicolons where a part has commas of its own.</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Any(part => part.Contains(',', StringComparison.Ordinal))
        ? string.Join("; ", parts)
        : parts.Count <= 1 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} và {parts[^1]}";

    /// <summary>A number below ten with its leading zero, as documents count.</summary>
    public static string Count(long number) => number is > 0 and < 10 ? $"0{Formats.Number(number)}" : Formats.Number(number);

    /// <summary>As <see cref="Line(string)"/>, cut after so many letters.</summary>
    public static string Line(string text, int most)
    {
        var line = Line(text);
        return line.Length <= most ? line : line[..most] + "…";
    }

    /// <summary>One line, without the mark at its end.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ';', ',', ' ');
}
