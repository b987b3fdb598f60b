using System.Security.Cryptography;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Modules.Activities;

/// <summary>A large file arrives in pieces, whatever happens meanwhile.</summary>
public abstract class EvidencePiecesTests(LoaHost host)
{
    [Fact]
    public async Task Upload_BrokenOff_ServerKilled_GoesOnWhereItWasAndIsWhole()
    {
        var (browser, activity, email) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var film = Film(5_000_000, seed: 1);
        var half = film.Length / 2;
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "phong-su.mp4", film.Length);
        var id = begun.GetProperty("id").GetGuid();
        (await browser.PieceAsync(activity.ActivityId, token, id, 0, new ByteArrayContent(film, 0, half))).Json.GetProperty("offset").GetInt64().ShouldBe(half);
        // The line breaks in the middle of the next piece: what arrived of it stays.
        await Should.ThrowAsync<IOException>(() => Parts.AppendAsync(id, half, new BreakingStream(film[half..(half + 400_000)]), film.Length, default));

        // Another process on the same data, as after a kill: nothing in memory is left.
        await using var next = await RestartAsync();
        using var again = new TestBrowser(next.GetTestServer().CreateHandler());
        await SignInAsync(again, email);
        var freshToken = await again.TokenAsync(activity.ActivityId);
        (await again.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("[data-evidence]")!.ShouldContain("Chọn lại đúng tệp này để gửi tiếp");
        var (_, found) = await again.BeginAsync(activity.ActivityId, freshToken, "phong-su.mp4", film.Length);
        found.GetProperty("id").GetGuid().ShouldBe(id);
        var offset = found.GetProperty("offset").GetInt64();
        offset.ShouldBe(half + 400_000);
        var (status, done) = await again.PieceAsync(activity.ActivityId, freshToken, id, offset, new ByteArrayContent(film, (int)offset, film.Length - (int)offset));

        (status, done.GetProperty("done").GetBoolean()).ShouldBe((200, true));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).ShouldHaveSingleItem();
        evidence.EvidenceId.ShouldBe(id);
        var file = await host.QueryAsync(db => db.Set<StoredFile>().SingleAsync(stored => stored.StoredFileId == evidence.FileId));
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(film)));
        (await host.QueryAsync(db => db.Set<PartialUpload>().CountAsync(upload => upload.ActivityId == activity.ActivityId))).ShouldBe(0);
        File.Exists(Parts.PathOf(id)).ShouldBeFalse();
        // The answer was lost on its way: asked again, the server says that it is done.
        (await again.PieceAsync(activity.ActivityId, freshToken, id, offset, new ByteArrayContent([1]))).Json.GetProperty("done").GetBoolean().ShouldBeTrue();
        (await host.EvidenceAsync(activity.ActivityId)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Piece_AtAnotherOffset_ChangesNothingAndSaysWhereToGoOn()
    {
        var (browser, activity, _) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "a.mp4", 1000);
        var id = begun.GetProperty("id").GetGuid();
        await browser.PieceAsync(activity.ActivityId, token, id, 0, new ByteArrayContent(new byte[300]));

        foreach (var offset in (long[])[0, 299, 301, 5000, -1])
        {
            var (status, json) = await browser.PieceAsync(activity.ActivityId, token, id, offset, new ByteArrayContent(new byte[50]));
            (status, json.GetProperty("offset").GetInt64()).ShouldBe((200, 300));
        }

        // More than was said is not taken.
        await browser.PieceAsync(activity.ActivityId, token, id, 300, new ByteArrayContent(new byte[9000]));
        File.Exists(Parts.PathOf(id)).ShouldBeFalse("complete, and no film: refused and gone");
    }

    [Fact]
    public async Task Upload_IsOnlyItsSenders_AndNeedsTheToken()
    {
        var (browser, activity, _) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "a.mp4", 1000);
        var id = begun.GetProperty("id").GetGuid();
        using var colleague = await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, "tg-stc")).Email!, TestData.Password);

        (await colleague.PieceAsync(activity.ActivityId, await colleague.TokenAsync(activity.ActivityId), id, 0, new ByteArrayContent([1]))).Status.ShouldBe(404);
        (await colleague.GetAsync($"{ActivityLinks.EvidencePieces(activity.ActivityId)}?tep={id}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await browser.PieceAsync(activity.ActivityId, "khong-phai", id, 0, new ByteArrayContent([1]))).Status.ShouldBe(400);
        Parts.Received(id).ShouldBe(0);
    }

    [Theory]
    [InlineData("rong.pdf", 0, "rỗng")]
    [InlineData("dai.mp4", Evidence.FileMost + 1, "lớn hơn")]
    public async Task Begin_WhatCannotBe_IsSaidBeforeAnythingIsSent(string name, long length, string said)
    {
        var (browser, activity, _) = await OfficerAsync();
        var (status, json) = await browser.BeginAsync(activity.ActivityId, await browser.TokenAsync(activity.ActivityId), name, length);
        status.ShouldBe(422);
        json.GetProperty("message").GetString()!.ShouldContain(said);
    }

    [Fact]
    public async Task Finish_NotWhatItSays_IsRefusedInWordsAndLeavesNothing()
    {
        var (browser, activity, _) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var program = "MZ\u0090\0"u8.ToArray();
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "phim.mp4", program.Length);
        var id = begun.GetProperty("id").GetGuid();

        var (status, json) = await browser.PieceAsync(activity.ActivityId, token, id, 0, new ByteArrayContent(program));

        status.ShouldBe(422);
        json.GetProperty("message").GetString()!.ShouldContain("phim.mp4: nội dung tệp không thuộc loại");
        (await host.EvidenceAsync(activity.ActivityId)).ShouldBeEmpty();
        (await host.QueryAsync(db => db.Set<PartialUpload>().AnyAsync(upload => upload.PartialUploadId == id))).ShouldBeFalse();
        File.Exists(Parts.PathOf(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task DiskFull_IsSaidAndNothingIsLost()
    {
        var (browser, activity, _) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var film = Film(900_000, seed: 2);
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "phim.mp4", film.Length);
        var id = begun.GetProperty("id").GetGuid();
        await browser.PieceAsync(activity.ActivityId, token, id, 0, new ByteArrayContent(film, 0, 300_000));

        // While it arrives…
        Disk.FullAfter = 100_000;
        var (status, json) = await browser.PieceAsync(activity.ActivityId, token, id, 300_000, new ByteArrayContent(film, 300_000, 300_000));
        Disk.FullAfter = null;
        status.ShouldBe(507);
        json.GetProperty("message").GetString()!.ShouldContain("hết chỗ lưu tệp");
        var received = Parts.Received(id);
        received.ShouldBeInRange(300_000, 400_000);

        // …and when it is put in its place.
        Disk.StoreIsFull = true;
        (await browser.PieceAsync(activity.ActivityId, token, id, received, new ByteArrayContent(film, (int)received, film.Length - (int)received))).Status.ShouldBe(507);
        (await browser.SendFilesAsync(activity.ActivityId, ("bien-ban.pdf", SampleContents.Pdf))).TextOf(".error-summary")!.ShouldContain("hết chỗ lưu tệp");
        Disk.StoreIsFull = false;
        Parts.Received(id).ShouldBe(film.Length);
        (await host.EvidenceAsync(activity.ActivityId)).ShouldBeEmpty();

        // Room again: one more word from the browser is enough.
        (await browser.PieceAsync(activity.ActivityId, token, id, film.Length, new ByteArrayContent([]))).Json.GetProperty("done").GetBoolean().ShouldBeTrue();
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).ShouldHaveSingleItem();
        (await host.QueryAsync(db => db.Set<StoredFile>().SingleAsync(stored => stored.StoredFileId == evidence.FileId))).Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(film)));
    }

    [Fact]
    public async Task Abandoned_GoesAfterADay_NotBefore()
    {
        var (browser, activity, _) = await OfficerAsync();
        var token = await browser.TokenAsync(activity.ActivityId);
        var (_, begun) = await browser.BeginAsync(activity.ActivityId, token, "a.mp4", 1000);
        var id = begun.GetProperty("id").GetGuid();
        await browser.PieceAsync(activity.ActivityId, token, id, 0, new ByteArrayContent(new byte[300]));
        var (_, empty) = await browser.BeginAsync(activity.ActivityId, token, "b.mp4", 1000);

        await KeepUpAsync();
        Parts.Received(id).ShouldBe(300);

        Time.Advance(TimeSpan.FromHours(25));
        await KeepUpAsync();
        File.Exists(Parts.PathOf(id)).ShouldBeFalse();
        (await host.QueryAsync(db => db.Set<PartialUpload>().CountAsync(upload => upload.PartialUploadId == id || upload.PartialUploadId == empty.GetProperty("id").GetGuid()))).ShouldBe(0);
    }

    [Fact]
    public async Task TakenAway_IsDeletedForGoodOnlyAfterThePeriod_WithItsContent()
    {
        var (browser, activity, _) = await OfficerAsync();
        await browser.SendFilesAsync(activity.ActivityId, ("mot.pdf", [.. SampleContents.Pdf, .. activity.ActivityId.ToByteArray()]), ("hai.pdf", [.. SampleContents.Pdf, 3]));
        var evidence = (await host.EvidenceAsync(activity.ActivityId))[0];
        var sha256 = (await host.QueryAsync(db => db.Set<StoredFile>().SingleAsync(stored => stored.StoredFileId == evidence.FileId))).Sha256;
        var content = Path.Combine(host.Settings.FilesFolder, sha256[..2], sha256);
        await host.QueryAsync(db => db.Set<Evidence>().Where(found => found.EvidenceId == evidence.EvidenceId).ExecuteUpdateAsync(set => set.SetProperty(found => found.RemovedAt, Time.GetUtcNow().UtcDateTime)));

        Time.Advance(TimeSpan.FromDays(400));
        await KeepUpAsync();
        (await host.EvidenceAsync(activity.ActivityId)).Count.ShouldBe(2, "nothing is deleted before somebody says after how long");

        await host.QueryAsync(db => db.Set<EvidenceRules>().ExecuteUpdateAsync(set => set.SetProperty(rules => rules.KeptDays, 365)));
        await KeepUpAsync();
        (await host.EvidenceAsync(activity.ActivityId)).ShouldHaveSingleItem().EvidenceId.ShouldNotBe(evidence.EvidenceId);
        File.Exists(content).ShouldBeFalse();
        (await host.InScopeAsync(services => services.GetRequiredService<FileReconciliation>().CheckAsync(deep: true, default).ToListAsync().AsTask())).ShouldBeEmpty();
        await host.QueryAsync(db => db.Set<EvidenceRules>().ExecuteUpdateAsync(set => set.SetProperty(rules => rules.KeptDays, (int?)null)));
    }

    private MovingTime Time => (MovingTime)host.Services.GetRequiredService<TimeProvider>();

    private FullDisk Disk => host.Services.GetRequiredService<FullDisk>();

    private UploadParts Parts => host.Services.GetRequiredService<UploadParts>();

    private Task KeepUpAsync() => host.InScopeAsync(services =>
        services.GetRequiredService<EvidenceUpkeep>().RunAsync(new JobRun(new Job { Kind = EvidenceUpkeep.Kind, Payload = "{}" }, (_, _) => Task.CompletedTask), default));

    /// <summary>Begins as a film does; the rest is noise.</summary>
    private static byte[] Film(int length, int seed)
    {
        var film = new byte[length];
        new Random(seed).NextBytes(film);
        byte[] head = [.. SampleContents.Brand("isom"), 0, 0, 0, 0, .. "mdat"u8];
        head.CopyTo(film, 0);
        return film;
    }

    private async Task<WebApplication> RestartAsync()
    {
        var app = Program.CreateApplication(host.Settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(host.Services.GetRequiredService<TimeProvider>());
        });
        await app.StartAsync();
        return app;
    }

    private static async Task SignInAsync(TestBrowser browser, string email)
    {
        var page = await browser.GetAsync(AccountLinks.SignIn);
        await page.SubmitAsync(page.Form("form:has([type=password])"), ("Email", email), ("Password", TestData.Password));
    }

    private async Task<(TestBrowser Browser, Activity Activity, string Email)> OfficerAsync()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        return (await host.BrowseAsAsync(officer.Email!, TestData.Password), await host.LogActivityAsync("tg-stc", loggedBy: officer.Id), officer.Email!);
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the line broke");
    }
}

/// <summary>A disk that is full when the test says so.</summary>
internal sealed class FullDisk
{
    private const int NoSpace = 28;

    public long? FullAfter { get; set; }

    public bool StoreIsFull { get; set; }

    public static IOException Problem => new("No space left on device", NoSpace);

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(new MovingTime());
        builder.Services.AddSingleton<FullDisk>();
        builder.Services.AddSingleton<UploadParts, Parts>();
        builder.Services.AddSingleton<IFileContents, Contents>();
    }

    private sealed class Parts(LoaSettings settings, TimeProvider time, FullDisk disk) : UploadParts(settings, time)
    {
        protected override Stream Open(string path) => disk.FullAfter is { } room ? new FullStream(path, room) : base.Open(path);
    }

    private sealed class Contents(LoaSettings settings, TimeProvider time, FullDisk disk) : IFileContents
    {
        private readonly DiskContents inner = new(settings, time);

        public string Place => inner.Place;

        public Stream OpenRead(string sha256, long length) => inner.OpenRead(sha256, length);

        public Task<LocalContent> LocalAsync(string sha256, CancellationToken cancellationToken) => inner.LocalAsync(sha256, cancellationToken);

        public Task KeepAsync(string sha256, long length, string path, CancellationToken cancellationToken) => disk.StoreIsFull ? throw Problem : inner.KeepAsync(sha256, length, path, cancellationToken);

        public Task<KeptContent?> FindAsync(string sha256, CancellationToken cancellationToken) => inner.FindAsync(sha256, cancellationToken);

        public Task DeleteAsync(string sha256, CancellationToken cancellationToken) => inner.DeleteAsync(sha256, cancellationToken);

        public IAsyncEnumerable<KeptContent> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);
    }

    private sealed class FullStream(string path, long room) : FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read)
    {
        private long left = room;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            left -= buffer.Length;
            return left < 0 ? throw Problem : base.WriteAsync(buffer, cancellationToken);
        }
    }
}

public sealed class PiecesSqliteHost : SqliteHost
{
    private protected override void Configure(WebApplicationBuilder builder) => FullDisk.Add(builder);
}

public sealed class PiecesPostgresHost : PostgresHost
{
    private protected override void Configure(WebApplicationBuilder builder) => FullDisk.Add(builder);
}

public sealed class EvidencePiecesOnSqlite(PiecesSqliteHost host) : EvidencePiecesTests(host), IClassFixture<PiecesSqliteHost>;

public sealed class EvidencePiecesOnPostgres(PiecesPostgresHost host) : EvidencePiecesTests(host), IClassFixture<PiecesPostgresHost>;
