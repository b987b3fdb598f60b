using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>The styles of a document with all they inherit, resolved when asked for.</summary>
internal sealed class LookStyles
{
    private const int MaxChain = 32;

    /// <summary>What Word does where nothing is said: size 10, flush left, single spacing.</summary>
    private static readonly LookStyle BuiltIn = new(new LetterLook { HalfPoints = 20 }, new ParagraphLook { Justify = "left", Before = 0, After = 0, Line = 240, LineRule = "auto", FirstLine = 0, Left = 0, Right = 0 });

    private readonly Dictionary<string, (LookStyle Style, string? BasedOn)> _raw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LookStyle> _resolved = new(StringComparer.Ordinal);

    public sealed record LookStyle(LetterLook Letters, ParagraphLook Paragraph)
    {
        public static LookStyle None { get; } = new(LetterLook.None, ParagraphLook.None);

        public LookStyle On(LookStyle under) => new(Letters.On(under.Letters), Paragraph.On(under.Paragraph));
    }

    public LookStyle Defaults { get; private set; } = BuiltIn;

    /// <summary>The id of the style of paragraphs that name none.</summary>
    public string DefaultParagraph { get; private set; } = "";

    public static LookStyles Read(Stream? part, ReadLimits limits)
    {
        var styles = new LookStyles();
        if (part is null)
            return styles;
        using var xml = new WordXml(part, limits);
        if (!xml.Root("styles"))
            return styles;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            if (xml.Reader.LocalName == "docDefaults")
                styles.Defaults = Content(xml, out _).On(BuiltIn);
            else if (xml.Reader.LocalName == "style")
                styles.Style(xml);
            else
                xml.Skip();
        }

        return styles;
    }

    public LookStyle this[string? id]
    {
        get
        {
            if (string.IsNullOrEmpty(id))
                return LookStyle.None;
            if (_resolved.TryGetValue(id, out var known))
                return known;
            var style = LookStyle.None;
            var next = id;
            for (var i = 0; i < MaxChain && next is not null && _raw.TryGetValue(next, out var raw); i++)
            {
                style = style.On(raw.Style);
                next = raw.BasedOn;
            }

            return _resolved[id] = style;
        }
    }

    private void Style(WordXml xml)
    {
        var id = xml.Attribute("styleId");
        var isDefault = xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on";
        var style = Content(xml, out var basedOn);
        if (id is null)
            return;
        if (isDefault && DefaultParagraph.Length == 0)
            DefaultParagraph = id;
        _raw[id] = (style, basedOn);
    }

    private static LookStyle Content(WordXml xml, out string? basedOn)
    {
        basedOn = null;
        var style = LookStyle.None;
        if (xml.Reader.IsEmptyElement)
            return style;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "basedOn":
                    basedOn = xml.Value;
                    break;
                case "rPr":
                    style = style with { Letters = LookReader.Letters(xml).Look.On(style.Letters) };
                    break;
                case "pPr":
                    style = style with { Paragraph = LookReader.Paragraph(xml, _ => xml.Skip()).On(style.Paragraph) };
                    break;
                case "rPrDefault" or "pPrDefault":
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return style;
    }
}
