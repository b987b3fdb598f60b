namespace Loa.Documents.Blocks.Docx;

/// <summary>A style with everything it inherits; null means that nothing in the chain says so.</summary>
internal sealed record DocxStyle
{
    public static DocxStyle None { get; } = new();

    public string Id { get; init; } = "";
    public string? BasedOn { get; init; }
    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool? Capitals { get; init; }
    public bool? Hidden { get; init; }
    public string? Font { get; init; }
    public string? Justification { get; init; }
    public bool? PageBreakBefore { get; init; }
    public int? ListId { get; init; }
    public int? ListLevel { get; init; }
    public bool? TableBorders { get; init; }

    public DocxStyle On(DocxStyle parent) => this with
    {
        Bold = Bold ?? parent.Bold,
        Italic = Italic ?? parent.Italic,
        Capitals = Capitals ?? parent.Capitals,
        Hidden = Hidden ?? parent.Hidden,
        Font = Font ?? parent.Font,
        Justification = Justification ?? parent.Justification,
        PageBreakBefore = PageBreakBefore ?? parent.PageBreakBefore,
        ListId = ListId ?? parent.ListId,
        ListLevel = ListLevel ?? parent.ListLevel,
        TableBorders = TableBorders ?? parent.TableBorders,
    };
}

/// <summary>The styles of a document, resolved when asked for.</summary>
internal sealed class DocxStyles
{
    private const int MaxChain = 32;
    private readonly Dictionary<string, DocxStyle> _raw;
    private readonly Dictionary<string, DocxStyle> _resolved = new(StringComparer.Ordinal);
    private readonly DocxStyle _defaults;

    private DocxStyles(Dictionary<string, DocxStyle> raw, DocxStyle defaults, string? defaultParagraph)
    {
        _raw = raw;
        _defaults = defaults;
        DefaultFont = (defaultParagraph == null ? DocxStyle.None : Resolve(defaultParagraph)).Font ?? defaults.Font;
    }

    /// <summary>The font of a run when neither it nor its styles name one.</summary>
    public string? DefaultFont { get; }

    public static DocxStyles Read(Stream? part, ReadLimits limits)
    {
        if (part == null)
            return new([], DocxStyle.None, null);
        using var xml = new WordXml(part, limits);
        var parser = new DocxStylesParser(xml);
        parser.Parse();
        return new(parser.Styles, parser.Defaults, parser.DefaultParagraph);
    }

    public DocxStyle Paragraph(string id) => Resolve(id);

    public DocxStyle Character(string id) => Resolve(id);

    public bool HasTableBorders(string id) =>
        // Programs that name the usual grid do not always bring its definition.
        Resolve(id).TableBorders ?? id.Contains("Grid", StringComparison.OrdinalIgnoreCase);

    private DocxStyle Resolve(string id)
    {
        if (_resolved.TryGetValue(id, out var known))
            return known;
        var style = new DocxStyle { Id = id };
        var next = id;
        for (var i = 0; i < MaxChain && next != null && _raw.TryGetValue(next, out var raw); i++)
        {
            style = style.On(raw);
            next = raw.BasedOn;
        }
        return _resolved[id] = style.On(_defaults with { Font = null });
    }
}
