using System.Security.Cryptography;
using Loa.Data;
using Loa.Platform.Files;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Files;

/// <summary>The store of files over S3: same contents, same check, nothing of its keys anywhere.</summary>
public sealed class S3ContentsTests(S3ContentsTests.S3Host host) : IClassFixture<S3ContentsTests.S3Host>
{
    [Fact]
    public async Task Store_KeepsReadsFromTheMiddleAndDeletes()
    {
        var content = new byte[700_000];
        new Random(5).NextBytes(content);

        var file = await SaveAsync(content);
        await SaveAsync(content);

        host.Server.Objects.Keys.ShouldContain($"{file.Sha256[..2]}/{file.Sha256}");
        host.Server.Refused.ShouldBe(0);
        await host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<FileStore>();
            await using (var stream = store.OpenRead(file))
            {
                (await SHA256.HashDataAsync(stream)).ShouldBe(SHA256.HashData(content));
                stream.Position = 600_000;
                var rest = new MemoryStream();
                await stream.CopyToAsync(rest);
                rest.ToArray().ShouldBe(content[600_000..]);
            }

            using (var local = await store.LocalAsync(file, default))
                (await File.ReadAllBytesAsync(local.Path)).ShouldBe(content);
            Directory.GetFiles(Path.Combine(host.Settings.FilesFolder, FileStore.Incoming)).ShouldBeEmpty();
            Directory.Exists(Path.Combine(host.Settings.FilesFolder, file.Sha256[..2])).ShouldBeFalse("nothing is kept beside the store");
        });
    }

    [Fact]
    public async Task Check_FindsWhatIsMissingAndWhatNobodyKnows()
    {
        var lost = await SaveAsync([1, 2, 3, 4]);
        host.Server.Objects.TryRemove($"{lost.Sha256[..2]}/{lost.Sha256}", out _);
        var prefix = new string('0', 2);
        for (var i = 0; i < 5; i++)
            host.Server.Objects[$"{prefix}/{i}"] = ([1], TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        var faults = await host.InScopeAsync(services => services.GetRequiredService<FileReconciliation>().CheckAsync(deep: true, default).ToListAsync().AsTask());

        faults.ShouldContain(new FileFault(FileFaultKind.Missing, lost.Sha256));
        faults.Count(fault => fault.Kind == FileFaultKind.Orphan).ShouldBe(5, "the list comes in pages");
    }

    [Fact]
    public void Settings_SayNoSecret()
    {
        host.Settings.ToString().ShouldNotContain(S3Server.SecretKey);
        host.Settings.ToString().ShouldNotContain(S3Server.AccessKey);
        host.Log.Entries.ShouldAllBe(entry => !entry.Text.Contains(S3Server.SecretKey, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_Half_StopTheStart() => Should.Throw<SettingsException>(() => S3Settings.From("https://s3.example.vn", "b", null, null, null));

    private Task<StoredFile> SaveAsync(byte[] content) => host.InScopeAsync(async services =>
    {
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(content), "tep.bin");
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return file;
    });

    public sealed class S3Host : SqliteHost, IAsyncLifetime
    {
        internal S3Server Server { get; private set; } = null!;

        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { S3 = new S3Settings(Server.Address, S3Server.Bucket, S3Server.AccessKey, S3Server.SecretKey, "vn-1") };

        async Task IAsyncLifetime.InitializeAsync()
        {
            Server = await S3Server.StartAsync();
            await InitializeAsync();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
