using Loa.Platform.Processes;

namespace Loa.Modules.Plans.Import.Reading;

/// <summary>What a child process that reads a stranger's file may take.</summary>
internal sealed record ReadingLimits
{
    /// <summary>For everything except recognising page images.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a scan, from the first page that is recognised; the officer sees the progress and can stop it.</summary>
    public TimeSpan ScanTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The managed heap of the child; the runtime refuses more.</summary>
    public long HeapBytes { get; init; } = 320L << 20;

    /// <summary>All private memory of the child and of each helper program it starts; the kernel refuses more.</summary>
    public long DataBytes { get; init; } = 1L << 30;

    /// <summary>Any one file written by the child or a helper.</summary>
    public long FileBytes { get; init; } = 512L << 20;

    /// <summary>Where each reading gets a folder for its temporary files.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>What the child may print.</summary>
    public int OutputCharacters { get; init; } = 64 << 20;

    /// <summary>An upload; refused while it arrives.</summary>
    public long UploadBytes { get; init; } = 64L << 20;

    public ChildLimits Child => new(HeapBytes, DataBytes, FileBytes, ScanTime);
}
