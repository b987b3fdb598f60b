using Loa.Commands;
using Loa.Data;
using Loa.Platform.Files;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Files;

/// <summary>Rows and contents are held against each other both ways.</summary>
public abstract class FileReconciliationTests(LoaHost host)
{
    [Fact]
    public async Task Check_NamesEachFault_AndSaysByItsExitCodeThatThereIsOne()
    {
        var (whole, missing, cut, changed) = (await SaveAsync("nguyên vẹn"), await SaveAsync("bị mất"), await SaveAsync("bị cắt ngắn"), await SaveAsync("bị sửa"));
        (await RunAsync(deep: true)).ShouldBe(0);

        File.Delete(PathOf(missing.Sha256));
        await File.WriteAllTextAsync(PathOf(cut.Sha256), "x");
        var bytes = await File.ReadAllBytesAsync(PathOf(changed.Sha256));
        bytes[0] ^= 1;
        await File.WriteAllBytesAsync(PathOf(changed.Sha256), bytes);
        var orphan = new string('e', 64);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(orphan))!);
        await File.WriteAllTextAsync(PathOf(orphan), "không ai biết");
        var arriving = "ee" + new string('f', 62);
        await File.WriteAllTextAsync(PathOf(arriving), "đang tới");
        File.SetLastWriteTimeUtc(PathOf(orphan), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        var quick = await FaultsAsync(deep: false);
        var deep = await FaultsAsync(deep: true);

        quick.ShouldBe([new(FileFaultKind.Missing, missing.Sha256), new(FileFaultKind.Length, cut.Sha256), new(FileFaultKind.Orphan, orphan)], ignoreOrder: true);
        deep.ShouldBe([.. quick, new(FileFaultKind.Hash, changed.Sha256)], ignoreOrder: true);
        deep.ShouldNotContain(fault => fault.Name == whole.Sha256 || fault.Name == arriving);
        (await RunAsync(deep: false)).ShouldBe(1);
    }

    private Task<List<FileFault>> FaultsAsync(bool deep) => host.InScopeAsync(services => services.GetRequiredService<FileReconciliation>().CheckAsync(deep, default).ToListAsync().AsTask());

    private Task<int> RunAsync(bool deep) => host.InScopeAsync(services => FilesCommand.CheckAsync(services, deep, default));

    private string PathOf(string sha256) => Path.Combine(host.Settings.FilesFolder, sha256[..2], sha256);

    private Task<StoredFile> SaveAsync(string content) => host.InScopeAsync(async services =>
    {
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), "tep.txt");
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return file;
    });
}

public sealed class FileReconciliationOnSqlite(SqliteHost host) : FileReconciliationTests(host), IClassFixture<SqliteHost>;

public sealed class FileReconciliationOnPostgres(PostgresHost host) : FileReconciliationTests(host), IClassFixture<PostgresHost>;
