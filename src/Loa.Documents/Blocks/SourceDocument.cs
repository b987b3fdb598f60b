namespace Loa.Documents.Blocks;

/// <summary>A file as paragraphs and tables, whatever format it came in.</summary>
public sealed class SourceDocument
{
    public required SourceFormat Format { get; init; }

    /// <summary>The body in reading order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Every paragraph, cells included; the index equals <see cref="Paragraph.Number"/>.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The text was recognised from page images, so letters may be wrong.</summary>
    public bool IsScan { get; init; }

    /// <summary>The text was converted from a legacy encoding: "TCVN3", "VNI" or null.</summary>
    public string? ConvertedFrom { get; init; }

    /// <summary>What the file holds besides the text in <see cref="Blocks"/>, so that nothing is dropped in silence.</summary>
    public IReadOnlyList<SourceOmission> Omissions { get; init; } = [];
}

/// <summary>Kinds of content that a reading leaves out.</summary>
public enum SourceOmission
{
    /// <summary>Footnotes or endnotes.</summary>
    Notes = 1,

    /// <summary>Text deleted or moved away with tracked changes.</summary>
    DeletedText = 2,

    /// <summary>Text formatted as hidden.</summary>
    HiddenText = 3,

    /// <summary>Another file embedded in the body (<c>w:altChunk</c>).</summary>
    EmbeddedFile = 4,

    /// <summary>Page headers, footers and page numbers of a PDF.</summary>
    PageFurniture = 5,
}

/// <summary>What the file is by its content, never by its name.</summary>
public enum SourceFormat
{
    Text = 0,
    Docx = 1,
    Pdf = 2,
    Doc = 3,
}
