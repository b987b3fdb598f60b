using System.Net;
using System.Text;
using Loa.Modules.Activities;
using Loa.Modules.Notifications;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Activities;

public abstract class EvidenceTests
{
    private readonly LoaHost host;
    private readonly ScannerServer scanner;

    private protected EvidenceTests(LoaHost host, ScannerServer scanner) => (this.host, this.scanner) = (host, scanner);

    [Fact]
    public async Task Photo_Sent_IsKeptWithoutItsPlaceAndShownOnThePage()
    {
        var (browser, activity) = await OfficerAsync("tg-stc");
        var photo = SamplePictures.Draw(ContentKind.Jpeg, new Random(11), turn: 6);

        var answer = await browser.SendFilesAsync(activity.ActivityId, ("hoi nghi.jpg", photo));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).ShouldHaveSingleItem();
        var address = ActivityLinks.EvidenceFile(activity.ActivityId, evidence.EvidenceId);
        var shown = await browser.GetAsync(address + "?xem=true");
        (shown.Header("Content-Type"), shown.Header("X-Content-Type-Options")).ShouldBe(("image/jpeg", "nosniff"));
        shown.Header("Content-Security-Policy")!.ShouldContain("sandbox");
        var kept = await shown.Response.Content.ReadAsByteArrayAsync();
        Encoding.Latin1.GetString(kept).ShouldNotContain(SamplePictures.Place);
        SamplePictures.Pixels(kept).ShouldBe(SamplePictures.Pixels(photo));
        (await browser.GetAsync(address)).Header("Content-Disposition")!.ShouldStartWith("attachment");

        // Drawn small by the child process, upright.
        await host.EventuallyAsync(evidence.EvidenceId, found => found.SmallFileId is not null);
        var page = await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        page.Document.QuerySelector("[data-evidence] img")!.GetAttribute("src").ShouldBe(address + "?nho=true");
        var small = await browser.GetAsync(address + "?nho=true");
        SamplePictures.Turn(await small.Response.Content.ReadAsByteArrayAsync()).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<AuditChange>().CountAsync(change => change.SubjectType == "Activity" && change.SubjectId == activity.ActivityId && change.EntityType == "Evidence"))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Files_ThatAreNotWhatTheySay_AreRenamedOrRefusedWithASentence()
    {
        var (browser, activity) = await OfficerAsync("tg-stc");

        var mixed = await browser.SendFilesAsync(
            activity.ActivityId,
            ("rong.pdf", []),
            ("bao-cao.pdf", "MZ\u0090\0\u0003 this program cannot be run"u8.ToArray()),
            ("trang.jpg", "<html><script>alert(1)</script></html>"u8.ToArray()),
            ("cai.bat", "del *.*"u8.ToArray()),
            ("anh.heic", SampleContents.Brand("heic")),
            ("hong.png", SamplePictures.Draw(ContentKind.Png, new Random(1))[..60]),
            ("anh.jpg", SamplePictures.Draw(ContentKind.Png, new Random(1))));

        mixed.Status.ShouldBe(HttpStatusCode.BadRequest);
        var errors = mixed.TextOf(".error-summary")!;
        foreach (var said in (string[])["rong.pdf: tệp rỗng", "bao-cao.pdf: nội dung tệp không thuộc loại", "trang.jpg: nội dung tệp", "cai.bat: nội dung tệp", "anh.heic: ảnh HEIC", "hong.png: ảnh không đầy đủ"])
            errors.ShouldContain(said);
        var kept = (await host.EvidenceAsync(activity.ActivityId)).ShouldHaveSingleItem();
        var file = await host.QueryAsync(db => db.Set<StoredFile>().SingleAsync(stored => stored.StoredFileId == kept.FileId));
        (file.FileName, file.ContentType, kept.Kind).ShouldBe(("anh.png", "image/png", ContentKind.Png));
        Directory.GetFiles(UploadParts.FolderOf(host.Settings), "*.tmp").ShouldBeEmpty();
        mixed.Text.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task SameFileTwice_IsKeptOnce()
    {
        var (browser, activity) = await OfficerAsync("tg-stc");
        await browser.SendFilesAsync(activity.ActivityId, ("bien-ban.pdf", SampleContents.Pdf));
        await browser.SendFilesAsync(activity.ActivityId, ("bien-ban-2.pdf", SampleContents.Pdf));

        (await host.EvidenceAsync(activity.ActivityId)).Count.ShouldBe(1);
        (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("main")!.ShouldContain("tệp này đã có");
    }

    [Fact]
    public async Task Film_IsServedInRanges()
    {
        var (browser, activity) = await OfficerAsync("tg-stc");
        byte[] film = [.. SampleContents.Brand("isom"), 0, 0, 0, 108, .. "mdat"u8, .. Enumerable.Range(0, 100).Select(i => (byte)i)];
        await browser.SendFilesAsync(activity.ActivityId, ("phong-su.mp4", film));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).Single();
        using var request = new HttpRequestMessage(HttpMethod.Get, ActivityLinks.EvidenceFile(activity.ActivityId, evidence.EvidenceId) + "?xem=true");
        request.Headers.Range = new(28, 31);

        var part = await browser.SendAsync(request);

        (part.Status, part.Header("Content-Type")).ShouldBe((HttpStatusCode.PartialContent, "video/mp4"));
        (await part.Response.Content.ReadAsByteArrayAsync()).ShouldBe(film[28..32]);
    }

    [Fact]
    public async Task Evidence_IsChangedByWhoLogs_SeenByWhoReads_AndMissingForStrangers()
    {
        var (browser, activity) = await OfficerAsync("tg-sxd");
        await browser.SendFilesAsync(activity.ActivityId, ("bien-ban.pdf", SampleContents.Pdf));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).Single();
        var address = ActivityLinks.EvidenceFile(activity.ActivityId, evidence.EvidenceId);
        using var leader = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, "tg-sxd")).Email!, TestData.Password);
        using var stranger = await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, "tg-stp")).Email!, TestData.Password);

        (await leader.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.GetAsync(ActivityLinks.Activity(activity.ActivityId))).Document.QuerySelector("[data-pieces]").ShouldBeNull();
        (await leader.SendFilesAsync(activity.ActivityId, ("them.pdf", SampleContents.Pdf))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync(ActivityLinks.EvidencePieces(activity.ActivityId))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var place in (string[])[address, ActivityLinks.EvidenceDesk(activity.ActivityId), ActivityLinks.EvidencePieces(activity.ActivityId)])
            (await stranger.GetAsync(place)).Status.ShouldBe(HttpStatusCode.NotFound);
        // The id of a file of one activity opens nothing at another.
        var own = await host.LogActivityAsync("tg-stp");
        (await stranger.GetAsync(ActivityLinks.EvidenceFile(own.ActivityId, evidence.EvidenceId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Evidence_IsCaptionedMovedTakenAwayAndPutBack()
    {
        var (browser, activity) = await OfficerAsync("tg-sxd");
        await browser.SendFilesAsync(activity.ActivityId, ("mot.pdf", [.. SampleContents.Pdf, 1]), ("hai.pdf", [.. SampleContents.Pdf, 2]));
        var (first, second) = (await host.EvidenceAsync(activity.ActivityId)) is [var a, var b] ? (a, b) : throw new InvalidOperationException();

        await ActAsync(browser, activity, "Up", second.EvidenceId);
        (await host.EvidenceAsync(activity.ActivityId)).Select(e => e.EvidenceId).ShouldBe([second.EvidenceId, first.EvidenceId]);
        await ActAsync(browser, activity, "Caption", first.EvidenceId, ("Caption", "Biên bản ký"));
        (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("[data-evidence]")!.ShouldContain("Biên bản ký");

        await ActAsync(browser, activity, "Remove", first.EvidenceId);
        (await browser.GetAsync(ActivityLinks.EvidenceFile(activity.ActivityId, first.EvidenceId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("[data-evidence]")!.ShouldContain("Đã bỏ (1)");
        await ActAsync(browser, activity, "PutBack", first.EvidenceId);
        (await browser.GetAsync(ActivityLinks.EvidenceFile(activity.ActivityId, first.EvidenceId))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TooLarge_PlainForm_SaysWhatToDo()
    {
        var (browser, activity) = await OfficerAsync("tg-sct");
        (await browser.GetAsync(ActivityLinks.EvidenceDesk(activity.ActivityId) + "?qua-lon=true")).TextOf(".error-summary")!.ShouldContain("50 MB");
    }

    [Fact]
    public async Task Infected_IsQuarantinedKeptAndTold()
    {
        var (browser, activity) = await OfficerAsync("tg-sgddt");
        await browser.SendFilesAsync(activity.ActivityId, ("lay-nhiem.txt", Encoding.UTF8.GetBytes($"Kính gửi {ScannerServer.Threat} {activity.ActivityId}")));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).Single();

        var scanned = await host.EventuallyAsync(evidence.EvidenceId, found => found.Scan != ScanState.Unscanned);

        (scanned.Scan, scanned.ScanNote).ShouldBe((ScanState.Infected, "Test.Signature-1"));
        (await browser.GetAsync(ActivityLinks.EvidenceFile(activity.ActivityId, evidence.EvidenceId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("[data-evidence]")!.ShouldContain("Đã cách ly");
        (await host.QueryAsync(db => db.Set<Notification>().AnyAsync(told => told.Kind == EvidenceDesk.QuarantineKind && told.UserId == activity.LoggedById))).ShouldBeTrue();
        var file = await host.QueryAsync(db => db.Set<StoredFile>().SingleAsync(stored => stored.StoredFileId == evidence.FileId));
        File.Exists(Path.Combine(host.Settings.FilesFolder, file.Sha256[..2], file.Sha256)).ShouldBeTrue("kept, not lost");
        using var administrator = await host.BrowseAsAsync(Role.Administrator);
        (await administrator.GetAsync(ActivityLinks.Keeping)).TextOf("#quarantine")!.ShouldContain("lay-nhiem.txt");
    }

    [Fact]
    public async Task ScannerAway_FileIsServedUnlessTheAdministratorSaysNo_AndScannedLater()
    {
        var (browser, activity) = await OfficerAsync("tg-syt");
        scanner.IsAway = true;
        await browser.SendFilesAsync(activity.ActivityId, ("bien-ban.pdf", [.. SampleContents.Pdf, 9]));
        var evidence = (await host.EvidenceAsync(activity.ActivityId)).Single();
        var address = ActivityLinks.EvidenceFile(activity.ActivityId, evidence.EvidenceId);
        try
        {
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
            await RulesAsync(servesUnscanned: false);
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId))).TextOf("[data-evidence]")!.ShouldContain("Chưa quét");

            // It is asked again by itself; the test does not wait the minute.
            for (var tries = 0; await host.QueryAsync(db => db.Set<Loa.Platform.Jobs.Job>().CountAsync(job => job.Kind == EvidenceFileJob.Kind && job.State == Loa.Platform.Jobs.JobState.Waiting)) == 0; tries++)
            {
                tries.ShouldBeLessThan(300);
                await Task.Delay(100);
            }

            scanner.IsAway = false;
            await host.QueryAsync(db => db.Set<Loa.Platform.Jobs.Job>().Where(job => job.Kind == EvidenceFileJob.Kind).ExecuteUpdateAsync(set => set.SetProperty(job => job.RunAfter, job => job.CreatedAt)));
            await host.EventuallyAsync(evidence.EvidenceId, found => found.Scan == ScanState.Clean);
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            scanner.IsAway = false;
            await RulesAsync(servesUnscanned: true);
        }
    }

    [Fact]
    public async Task Link_ToAPrivateAddress_IsNotReadAndOneThatIsNoneIsRefused()
    {
        var (browser, activity) = await OfficerAsync("tg-stttt");
        var page = await browser.GetAsync(ActivityLinks.Activity(activity.ActivityId));
        (await page.SubmitAsync(page.Form("form[action*='handler=Link']"), ("Link", "http://10.0.0.1/noi-bo"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var inside = (await host.EvidenceAsync(activity.ActivityId)).Single();
        (await host.EventuallyAsync(inside.EvidenceId, found => found.LinkCheckedAt is not null)).Link.ShouldBe(LinkState.Gone, "nothing is asked of a private address");

        (await page.SubmitAsync(page.Form("form[action*='handler=Link']"), ("Link", "khong phai"))).TextOf(".error-summary")!.ShouldContain("http://");
    }

    private async Task RulesAsync(bool servesUnscanned) =>
        await host.QueryAsync(db => db.Set<EvidenceRules>().ExecuteUpdateAsync(set => set.SetProperty(rules => rules.ServesUnscanned, servesUnscanned)));

    private static async Task ActAsync(TestBrowser browser, Activity activity, string handler, Guid evidenceId, params (string, string)[] more)
    {
        var fields = more.Append(("EvidenceId", evidenceId.ToString())).Append(("__RequestVerificationToken", await browser.TokenAsync(activity.ActivityId)));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        (await browser.PostAsync($"{ActivityLinks.EvidenceDesk(activity.ActivityId)}?handler={handler}", form)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<(TestBrowser Browser, Activity Activity)> OfficerAsync(string agency)
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, agency);
        return (await host.BrowseAsAsync(officer.Email!, TestData.Password), await host.LogActivityAsync(agency, loggedBy: officer.Id));
    }
}

public sealed class EvidenceSqliteHost : SqliteHost
{
    internal ScannerServer Scanner { get; } = new();

    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { ClamAv = new ClamAvSettings(null, "127.0.0.1", Scanner.Port) };
}

public sealed class EvidencePostgresHost : PostgresHost
{
    internal ScannerServer Scanner { get; } = new();

    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { ClamAv = new ClamAvSettings(null, "127.0.0.1", Scanner.Port) };
}

public sealed class EvidenceOnSqlite(EvidenceSqliteHost host) : EvidenceTests(host, host.Scanner), IClassFixture<EvidenceSqliteHost>;

public sealed class EvidenceOnPostgres(EvidencePostgresHost host) : EvidenceTests(host, host.Scanner), IClassFixture<EvidencePostgresHost>;
