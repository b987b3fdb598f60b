using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>The same words in both languages; a figure is the same in both.</summary>
internal readonly record struct Phrase(string Vi, string En)
{
    public static implicit operator Phrase(string both) => new(both, both);
}

/// <summary>Gathers deviations: the same one of many paragraphs is one finding with a count.</summary>
internal sealed class Findings
{
    private const int ExcerptLength = 60;
    private readonly Dictionary<(FormatElement, FormatProperty, string), Deviation> _deviations = [];

    public void Add(FormatElement element, FormatProperty property, Phrase measured, Phrase wanted, LaidParagraph? at = null)
    {
        var key = (element, property, measured.Vi);
        if (_deviations.TryGetValue(key, out var known))
        {
            _deviations[key] = known with { Count = known.Count + 1 };
            return;
        }

        var (number, name) = ElementNames.Of(element);
        var what = ElementNames.Of(property);
        _deviations[key] = new Deviation
        {
            Element = element,
            ElementNumber = number,
            Property = property,
            Vietnamese = $"{name.Vi}: {what.Vi} {measured.Vi}; quy định {wanted.Vi}.",
            English = $"{name.En}: {what.En} {measured.En}; wanted {wanted.En}.",
            Excerpt = at is null ? null : Excerpt(at.Text),
        };
    }

    public void Missing(FormatElement element)
    {
        var (number, name) = ElementNames.Of(element);
        _deviations[(element, FormatProperty.Presence, "")] = new Deviation
        {
            Element = element,
            ElementNumber = number,
            Property = FormatProperty.Presence,
            Vietnamese = $"{name.Vi}: không tìm thấy nên chưa kiểm tra được.",
            English = $"{name.En}: not found, so not checked.",
        };
    }

    public IReadOnlyList<Deviation> ToDeviations() => [.. _deviations.Values.OrderBy(d => d.Element).ThenBy(d => d.Property)];

    private static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= ExcerptLength)
            return line;
        var cut = line.LastIndexOf(' ', ExcerptLength) is var space and > 20 ? space : ExcerptLength;
        return line[..cut] + "…";
    }
}
