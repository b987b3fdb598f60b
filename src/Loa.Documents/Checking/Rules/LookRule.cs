using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>How the letters of an element are to look; null where the decree leaves it open.</summary>
internal sealed record LookRule(FormatElement Element, double Least, double Most)
{
    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool? Capitals { get; init; }
    public bool Centred { get; init; }

    public void Check(IEnumerable<LaidParagraph> paragraphs, Findings findings)
    {
        foreach (var paragraph in paragraphs)
            Check(paragraph, findings);
    }

    public void Check(LaidParagraph? paragraph, Findings findings)
    {
        if (paragraph is null)
            return;
        var runs = paragraph.Letters().ToList();
        if (runs.FirstOrDefault(r => r.Size() < Least || r.Size() > Most) is { Text: not null } wrong)
            findings.Add(Element, FormatProperty.Size, Measure.Figure(wrong.Size()), Measure.Range(Least, Most), paragraph);
        if (Bold is { } bold && runs.Exists(r => (r.Look.Bold ?? false) != bold))
            findings.Add(Element, FormatProperty.Bold, bold ? new("không đậm", "not bold") : new("đậm", "bold"), bold ? new("chữ đậm", "bold") : new("chữ không đậm", "not bold"), paragraph);
        if (Italic is { } italic && runs.Exists(r => (r.Look.Italic ?? false) != italic))
            findings.Add(Element, FormatProperty.Italic, italic ? new("đứng", "upright") : new("nghiêng", "italic"), italic ? new("chữ nghiêng", "italic") : new("chữ đứng", "upright"), paragraph);
        if (Capitals is { } capitals && paragraph.Text.Count(char.IsLetter) > 3 && paragraph.IsCapitals() != capitals)
            findings.Add(Element, FormatProperty.Capitals, capitals ? new("in thường", "lower case") : new("in hoa", "capitals"), capitals ? new("chữ in hoa", "capitals") : new("chữ in thường", "lower case"), paragraph);
        if (Centred && !paragraph.IsCentred())
            findings.Add(Element, FormatProperty.Alignment, Alignment(paragraph.Look.Justify), new("canh giữa", "centred"), paragraph);
    }

    public static Phrase Alignment(string? justify) => justify switch
    {
        "center" => new("giữa", "centred"),
        "right" or "end" => new("phải", "right"),
        "both" or "distribute" => new("đều hai bên", "justified"),
        _ => new("trái", "left"),
    };
}
