namespace Loa.Documents.Blocks.Docx;

/// <summary>What the readers of one document share.</summary>
internal sealed class DocxContext(WordXml xml, BlockCollector collector, DocxParts parts, ReadBudget budget)
{
    private DocxStyles? _styles;
    private DocxNumbering? _numbering;

    // Both parts are large in most files and most paragraphs need neither, so each is read when first asked for.
    public DocxStyles Styles => _styles ??= DocxStyles.Read(parts.OpenStyles(), budget.Limits);
    public DocxNumbering Numbering => _numbering ??= DocxNumbering.Read(parts.OpenNumbering(), budget.Limits);

    public WordXml Xml => xml;
    public BlockCollector Collector => collector;
    /// <summary>The built-in styles are known by their names, which spares reading the styles for the most common tables.</summary>
    public bool HasTableBorders(string style) =>
        style.StartsWith("TableGrid", StringComparison.Ordinal) || (style != "TableNormal" && Styles.HasTableBorders(style));

    public FieldStack Fields { get; } = new();
    public Transparency Transparency { get; } = new(xml);
    public SortedSet<SourceOmission> Omissions { get; } = [];
    public string? ConvertedFrom { get; set; }

    /// <summary>Above zero inside what a reader does not see: deleted rows, cells merged with the one above.</summary>
    public int Suppressed { get; set; }

    /// <summary>The next paragraph starts a new page.</summary>
    public bool PageBreak { get; set; }

    /// <summary>Empty paragraphs stood before.</summary>
    public bool Gap { get; set; }
}
