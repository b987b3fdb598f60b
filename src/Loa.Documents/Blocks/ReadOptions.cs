namespace Loa.Documents.Blocks;

/// <summary>How a file is read. The defaults suit a plan document of any size an agency issues.</summary>
public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    public ReadLimits Limits { get; init; } = new();

    /// <summary>Read a PDF without a text layer by recognising its page images; this is slow and needs tesseract.</summary>
    public bool RecogniseScans { get; init; } = true;

    /// <summary>Receives progress of slow work (recognising page images, converting old files).</summary>
    public IProgress<ReadProgress>? Progress { get; init; }
}

/// <summary>Bounds that keep a hostile file from taking the machine; passing one is a <see cref="DocumentException"/>.</summary>
public sealed record ReadLimits
{
    /// <summary>Milliseconds for one expression. They take linear time; the guard must not go off because the machine is busy.</summary>
    internal const int Patience = 60_000;

    /// <summary>Size of the file itself, bytes.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>Size of a plain text file, bytes.</summary>
    public long TextFileBytes { get; init; } = 16L << 20;

    /// <summary>Uncompressed size of one part of a DOCX, counted while it is read, bytes.</summary>
    public long PartBytes { get; init; } = 48L << 20;

    /// <summary>Uncompressed to compressed size of one part once it has passed 4 MiB.</summary>
    public int PartRatio { get; init; } = 200;

    public int ArchiveEntries { get; init; } = 10_000;

    public int XmlDepth { get; init; } = 200;

    /// <summary>Characters of text over the whole document.</summary>
    public int Characters { get; init; } = 4_000_000;

    public int Paragraphs { get; init; } = 60_000;

    public int Pages { get; init; } = 400;

    /// <summary>Pages that are recognised from images.</summary>
    public int ScannedPages { get; init; } = 100;

    /// <summary>
    /// Processor time for everything except recognising images. A busy machine gives a reading less of its processors, so the
    /// clock on the wall may show <see cref="Waiting"/> times as much before the reading is stopped.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for recognising the images of one page, as above.</summary>
    public TimeSpan TimePerScannedPage { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many times its processor time a reading may last.</summary>
    public int Waiting { get; init; } = 6;
}

/// <summary>What a slow reading does now: step <paramref name="Done"/> of <paramref name="Total"/> is finished.</summary>
public readonly record struct ReadProgress(ReadStage Stage, int Done, int Total);

public enum ReadStage
{
    Converting = 1,
    Recognising = 2,
}
