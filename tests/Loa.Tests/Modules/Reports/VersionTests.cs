using FsCheck;
using FsCheck.Fluent;
using Loa.Data;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Versions;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class VersionTests(LoaHost host)
{
    [Fact]
    public async Task Versions_ShowWhatChangedBetweenTwoSendings()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var report = await host.ReportAsync(await host.OpenAsync(outline), units[0].AgencyId);
        using var unit = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);
        var (byHand, last) = (outline.Figure("Tin, bài nhập tay"), outline.Sections[2].OutlineSectionId);
        await SayAsync(report, byHand, "12", last, "Các đơn vị đã tổ chức ba hội nghị.\nKinh phí còn thiếu.");
        (await unit.GetAsync(ReportLinks.Versions(report.ReportId))).TextOf("main")!.ShouldContain("chưa được gửi lần nào");
        await unit.SendAsync(report);
        (await unit.GetAsync(ReportLinks.Versions(report.ReportId))).TextOf("main")!.ShouldContain("Mới gửi một lần");
        var received = await receiver.GetAsync(ReportLinks.Report(report.ReportId));
        await received.SubmitAsync(received.Form("form[action*='handler=Return']"), ("Remark", "Ghi rõ số hội nghị"));
        await SayAsync(report, byHand, "15", last, "Các đơn vị đã tổ chức bốn hội nghị.\nKinh phí còn thiếu.\nĐề nghị bổ sung.");
        await unit.SendAsync(report);
        await receiver.AcceptAsync(report);

        var page = await receiver.GetAsync(ReportLinks.Versions(report.ReportId));

        page.TextOf("#lan-gui")!.ShouldContain("Ghi rõ số hội nghị");
        page.Document.QuerySelectorAll("#so-lieu tbody tr").Select(row => row.TextContent.Trim()).Count().ShouldBe(2, "the figure and the sum it is part of");
        (page.TextOf("#so-lieu del"), page.TextOf("#so-lieu ins")).ShouldBe(("12", "15"));
        var changed = page.Document.QuerySelectorAll("section.card").ShouldHaveSingleItem();
        changed.QuerySelectorAll("del").ShouldHaveSingleItem().TextContent.ShouldBe("[bỏ: ba hết phần bỏ]");
        changed.QuerySelectorAll("ins").Select(ins => ins.TextContent.Trim()).ShouldBe(["[thêm: bốn hết phần thêm]", "[thêm: \nĐề nghị bổ sung. hết phần thêm]"]);
        (await receiver.GetAsync($"{ReportLinks.Versions(report.ReportId)}?tu=2&den=2")).TextOf("main")!.ShouldContain("Hai lần gửi giống nhau");
        (await receiver.GetAsync($"{ReportLinks.Versions(report.ReportId)}?tu=2&den=1")).TextOf("#so-lieu ins").ShouldBe("15", "what changed is told in the order of time");
    }

    /// <summary>As its page would, past its form: what is looked at here is what was sent.</summary>
    private Task SayAsync(Report report, OutlineFigure figure, string value, Guid sectionId, string text) => host.InScopeAsync(async services =>
    {
        var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ReportDesk>());
        var open = await desk.OpenAsync(await db.Set<Report>().SingleAsync(found => found.ReportId == report.ReportId), default);
        FigureNumber.TryRead(value, out var hundredths).ShouldBeTrue();
        desk.Give(open, figure.FigureId, hundredths, null, null);
        open.Texts[sectionId].Text = text;
        await db.SaveChangesAsync();
    });
}

public sealed class TextDifferenceTests
{
    private static readonly string[] Parts = ["hội nghị", " ", "\n", "đã tổ chức", "\n\n", "- ", "ba", "bốn", ".", "🙂", "tuyên truyền ", "kinh phí"];

    /// <summary>Whatever changed, the pieces are the two texts, and no two neighbours are of one kind.</summary>
    [Fact]
    public void Between_AnyTwoTexts_GivesBothBackToTheLetter()
    {
        var texts = Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(texts, texts, (old, now) =>
        {
            var pieces = TextDifference.Between(old, now);
            return string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)) == old
                && string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)) == now
                && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Kind != pair.Second.Kind)
                && (old != now || pieces.All(piece => piece.Kind == PieceKind.Same));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Between_OneWordChanged_MarksThatWord() =>
        TextDifference.Between("Mở ba lớp tập huấn.", "Mở bốn lớp tập huấn.").ShouldBe([new(PieceKind.Same, "Mở "), new(PieceKind.Removed, "ba"), new(PieceKind.Added, "bốn"), new(PieceKind.Same, " lớp tập huấn.")]);

    [Fact]
    public void Between_AnotherSentence_IsShownWhole() =>
        TextDifference.Between("Kinh phí còn thiếu so với dự toán.", "Mở ba lớp tập huấn tại xã.").Select(piece => piece.Kind).ShouldBe([PieceKind.Removed, PieceKind.Added]);

    /// <summary>Sixty thousand letters of lines that have nothing in common would take minutes to compare.</summary>
    [Fact]
    public void Between_TwoEndlessTexts_AreShownWhole()
    {
        var (old, now) = (string.Concat(Enumerable.Range(0, 9000).Select(i => $"a{i}\n")), string.Concat(Enumerable.Range(0, 9000).Select(i => $"b{i}\n")));

        TextDifference.Between(old, now).ShouldBe([new(PieceKind.Removed, old), new(PieceKind.Added, now)]);
    }
}

public sealed class VersionsOnSqlite(SqliteHost host) : VersionTests(host), IClassFixture<SqliteHost>;

public sealed class VersionsOnPostgres(PostgresHost host) : VersionTests(host), IClassFixture<PostgresHost>;
