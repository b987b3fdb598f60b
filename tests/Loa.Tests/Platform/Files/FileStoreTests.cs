using System.Text;
using Loa.Data;
using Loa.Platform.Files;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Files;

public sealed class FileStoreTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Fact]
    public async Task Save_Content_CanBeReadBackByItsHash()
    {
        var file = await SaveAsync("Kế hoạch số 122", "kế hoạch.docx");

        file.Sha256.Length.ShouldBe(StoredFile.HashLength);
        file.ContentType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        (await File.ReadAllTextAsync(PathOf(file))).ShouldBe("Kế hoạch số 122");
    }

    [Fact]
    public async Task Save_SameContentTwice_IsKeptOnceAndReceivedTwice()
    {
        var first = await SaveAsync("cùng nội dung", "a.txt");
        var second = await SaveAsync("cùng nội dung", "b.txt");

        second.Sha256.ShouldBe(first.Sha256);
        second.StoredFileId.ShouldNotBe(first.StoredFileId);
        PathOf(second).ShouldBe(PathOf(first));
    }

    [Fact]
    public async Task Save_OverTheLimit_IsRefusedAndLeavesNothing()
    {
        var problem = await Should.ThrowAsync<FileRefusedException>(() => SaveAsync(new string('x', 101), "a.txt", limit: 100));

        problem.Refusal.ShouldBe(FileRefusal.TooLarge);
        Directory.GetFiles(Path.Combine(host.Settings.FilesFolder, "incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_Empty_IsRefused() => (await Should.ThrowAsync<FileRefusedException>(() => SaveAsync("", "a.txt"))).Refusal.ShouldBe(FileRefusal.Empty);

    [Fact]
    public async Task Save_SenderBreaksOff_LeavesNothing()
    {
        await Should.ThrowAsync<IOException>(() => host.InScopeAsync(services => services.GetRequiredService<FileStore>().SaveAsync(new BrokenStream(), "a.txt")));

        Directory.GetFiles(Path.Combine(host.Settings.FilesFolder, "incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_PlaceHoldsATruncatedFile_IsReplacedByTheWholeOne()
    {
        var file = await SaveAsync("nội dung đầy đủ", "a.txt");
        await File.WriteAllTextAsync(PathOf(file), "nội");

        await SaveAsync("nội dung đầy đủ", "a.txt");

        (await File.ReadAllTextAsync(PathOf(file))).ShouldBe("nội dung đầy đủ");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\thu muc\\kế hoạch.docx", "kế hoạch.docx")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("x\r\nSet-Cookie: a=b.docx", "xSet-Cookie a=b.docx")]
    [InlineData("", "tep")]
    [InlineData("...", "tep")]
    [InlineData(null, "tep")]
    public void SafeFileName_HostileName_IsMadeHarmless(string? name, string expected) => SafeFileName.From(name).ShouldBe(expected);

    [Fact]
    public void SafeFileName_VeryLong_KeepsTheExtension()
    {
        var name = SafeFileName.From(new string('a', 400) + ".docx");

        name.Length.ShouldBe(StoredFile.NameMaxLength);
        name.ShouldEndWith(".docx");
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.svg")]
    [InlineData("a")]
    public void SafeContentType_NotOnTheList_IsBytes(string name) => SafeContentType.Of(name).ShouldBe(SafeContentType.Bytes);

    private Task<StoredFile> SaveAsync(string content, string name, long limit = FileStore.DefaultLimit) => host.InScopeAsync(async services =>
    {
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, limit);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return file;
    });

    private string PathOf(StoredFile file) => Path.Combine(host.Settings.FilesFolder, file.Sha256[..2], file.Sha256);

    private sealed class BrokenStream() : MemoryStream(new byte[10])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
