using System.Diagnostics;
using System.IO.Compression;
using Loa.Documents;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>The child process, with files that were made to hurt.</summary>
public sealed class DocumentProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loa-child-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_GoodFile_GivesTheReadingWithItsBlocks()
    {
        var reading = await ReadAsync(new PlanDocx().Write());

        reading.Content.Tasks.Count.ShouldBe(2);
        reading.Source.Paragraphs.Count().ShouldBeGreaterThan(20);
        reading.Spans.Keys.ShouldContain(key => key.StartsWith("/tasks/0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_ZipBomb_IsRefusedWithASentence()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
                entry.Write(zeros);
        }

        var refused = await Should.ThrowAsync<DocumentException>(() => ReadAsync(stream.ToArray()));
        refused.Message.ShouldStartWith("Tệp");
    }

    [Fact]
    public async Task Read_MoreMemoryThanAllowed_EndsTheChildOnly()
    {
        // So little that the runtime itself cannot work: what a file would do that found a way around every other limit.
        var limits = Patient with { HeapBytes = 4 << 20 };

        await Should.ThrowAsync<DocumentException>(() => ReadAsync(new PlanDocx().Write(), limits));
    }

    [Fact]
    public async Task Read_LongerThanAllowed_IsKilled()
    {
        var clock = Stopwatch.StartNew();

        var refused = await Should.ThrowAsync<DocumentException>(() => ReadAsync(new PlanDocx().Write(), Patient with { Time = TimeSpan.FromMilliseconds(30) }));

        refused.Failure.ShouldBe(DocumentFailure.TooSlow);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Start_GivesTheChildAFolderOfItsOwnAndNoSecretOfTheServer()
    {
        Environment.SetEnvironmentVariable("LOA_DATABASE_TEST_SECRET", "x");

        var start = ChildProgram.Start(["plan", "read-for-import", "/x"], _folder, Patient.Child);

        start.WorkingDirectory.ShouldBe(_folder);
        start.Environment["TMPDIR"].ShouldBe(_folder);
        start.Environment.ShouldNotContainKey("LOA_DATABASE_TEST_SECRET");
    }

    [Fact]
    public async Task Read_Killed_LeavesNothingInTheTemporaryFolder()
    {
        var work = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;

        await Should.ThrowAsync<DocumentException>(() => ReadAsync(new PlanDocx().Write(), Patient with { Folder = work, Time = TimeSpan.FromMilliseconds(300) }));

        Directory.EnumerateFileSystemEntries(work).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_AfterAServerWasKilled_RemovesWhatItLeft()
    {
        var work = Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;
        var left = Directory.CreateDirectory(Path.Combine(work, "loa-reading-old"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "page.png"), "x");
        left.LastWriteTimeUtc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Directory.CreateDirectory(Path.Combine(work, "loa-reading-of-another-server"));

        await ReadAsync(new PlanDocx().Write(), Patient with { Folder = work });

        Directory.EnumerateDirectories(work).Select(Path.GetFileName).ShouldBe(["loa-reading-of-another-server"]);
    }

    [Fact]
    public async Task Read_OfficerStops_SaysSo()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));

        var refused = await Should.ThrowAsync<DocumentException>(() => ReadAsync(new PlanDocx().Write(), Patient, stop.Token));

        refused.Failure.ShouldBe(DocumentFailure.Stopped);
    }

    /// <summary>Tests share a busy machine: what is tested is that limits hold, not how fast it is.</summary>
    private static ReadingLimits Patient { get; } = new() { Time = TimeSpan.FromMinutes(2) };

    private async Task<StoredReading> ReadAsync(byte[] content, ReadingLimits? limits = null, CancellationToken cancellation = default)
    {
        var path = Path.Combine(_folder, "file");
        await File.WriteAllBytesAsync(path, content, CancellationToken.None);
        return await new DocumentProcess(limits ?? Patient, NullLogger<DocumentProcess>.Instance).ReadAsync(path, null, cancellation);
    }
}
