using System.Net;
using System.Text;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Import;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Activities;

public abstract class ActivityImportTests(LoaHost host)
{
    private const string Heads = "Ngày thực hiện,Hình thức,Tên hoặc nội dung,Số lần,Số phút mỗi lần,Số người tham dự hoặc tiếp cận,Đếm bằng cách nào,Kinh phí (đồng),Lồng ghép vào";

    [Fact]
    public async Task Import_ASheet_WritesEveryRowOnceConfirmed()
    {
        var (officer, browser) = await OfficerAsync("tg-stc");
        using var _ = browser;
        var page = await LookAtAsync(browser, $"BÁO CÁO HOẠT ĐỘNG\n{Heads},Ghi thêm\n5/3/2026,Loa truyền thanh,Bản tin tháng 3,12,15,,,,,x\n2026-03-06,hội nghị,Quán triệt nghị quyết,1,,\"1.250\",Danh sách ký tên,4.500.000 đồng,Giao ban quý I,\n");

        page.TextOf("main")!.ShouldContain("Đọc được 2 hoạt động, 0 nghi đã ghi");
        page.TextOf("main")!.ShouldContain("Ghi thêm", customMessage: "a column that is not read is named");
        (await SavedAsync(officer)).ShouldBeEmpty("nothing is written before one confirms");
        (await ConfirmAsync(page)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ConfirmAsync(page)).Status.ShouldBe(HttpStatusCode.Redirect, "pressed twice");

        var saved = await SavedAsync(officer);
        saved.Count.ShouldBe(2);
        (saved[0].Form, saved[0].StartsOn, saved[0].Times, saved[0].Minutes).ShouldBe((CommunicationForm.Loudspeaker, new DateOnly(2026, 3, 5), 12, 15));
        (saved[1].People, saved[1].PeopleBy, saved[1].Cost, saved[1].IsIntegrated, saved[1].IntegratedInto).ShouldBe((1250, ReachMethod.SignedList, 4_500_000, true, "Giao ban quý I"));
    }

    [Fact]
    public async Task Import_WithOneBadRow_WritesNothing_AndSaysWhereAndWhat()
    {
        var (officer, browser) = await OfficerAsync("tg-stc");
        using var _ = browser;

        var page = await LookAtAsync(browser, $"{Heads}\n5/3/2026,Tin,Tin tốt,1,,,,,\n40/3/2026,Tin,Ngày sai,1,,,,,\n5/3/2026,Múa rối nước,Hình thức lạ,1,,,,,\n5/3/2026,Tin,,1,,,,,\n5/3/2026,Tin,Số sai,mười,,,,,\n1/1/2100,Tin,Chưa tới,1,,,,,\n5/3/2026,Hội nghị,Cách đếm lạ,,,5,Đoán mò,,\n");

        var said = page.TextOf(".notice.bad")!;
        foreach (var part in new[] { "6 chỗ cần sửa", "Dòng 3: cột “Ngày thực hiện”: không hiểu ngày “40/3/2026”", "Dòng 4: không rõ hình thức “Múa rối nước”", "Dòng 5: Hãy ghi tên", "Dòng 6: cột “Số lần”: không hiểu số “mười”", "Dòng 7: Ngày này chưa tới", "Dòng 8: cột “Đếm bằng cách nào”: không rõ “Đoán mò”" })
            said.ShouldContain(part);
        page.Document.QuerySelector("form[action*='handler=Confirm']").ShouldBeNull();
        (await SavedAsync(officer)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ngày,Tên,Số lần\n5/3/2026,Tin,1\n", "thiếu cột “Hình thức”")]
    [InlineData("Mã số thuế,Doanh thu\n1,2\n", "Tệp cần các cột “Ngày thực hiện”, “Hình thức”, “Tên hoặc nội dung”; dòng đầu của tệp là: “Mã số thuế”, “Doanh thu”")]
    [InlineData("Ngày,Hình thức,Tên\n", "không có hoạt động nào")]
    public async Task Import_WithWrongColumns_NamesThemAndWhatWasExpected(string csv, string said)
    {
        var (_, browser) = await OfficerAsync("tg-stc");
        using var owned = browser;

        (await LookAtAsync(browser, csv)).TextOf(".notice.bad")!.ShouldContain(said);
    }

    [Theory]
    [InlineData(false, 1, "tg-sct")]
    [InlineData(true, 3, "tg-stp")]
    public async Task Import_WhatMayBeLoggedAlready_IsAskedAbout(bool withSuspects, int written, string agency)
    {
        var (officer, browser) = await OfficerAsync(agency);
        using var _ = browser;
        var title = TestData.Unique("Tin riêng ");
        await host.LogActivityAsync(agency, activity => activity.Title = title);
        var page = await LookAtAsync(browser, $"Ngày,Hình thức,Tên\n4/3/2026,Tin,{title}\n9/3/2026,Tin,{title} nữa\n9/3/2026,Tin,{title} NỮA\n");

        page.TextOf("fieldset")!.ShouldContain("2 dòng hình như đã được ghi");
        page.TextOf("fieldset")!.ShouldContain("Giống dòng 3");
        (await ConfirmAsync(page, ("WithSuspects", withSuspects ? "true" : "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SavedAsync(officer)).Count.ShouldBe(written);
    }

    [Fact]
    public async Task Import_ForAnAgencyOutsideOnesScope_IsRefused()
    {
        var (_, browser) = await OfficerAsync("tg-stc");
        using var owned = browser;

        (await LookAtAsync(browser, "Ngày,Hình thức,Tên,Mã cơ quan\n5/3/2026,Tin,Tin,tg-sct\n")).TextOf(".notice.bad")!.ShouldContain("không có cơ quan mã “tg-sct”");
    }

    [Fact]
    public async Task Template_CanBeReadBackAsItIs()
    {
        var (_, browser) = await OfficerAsync("tg-sxd");
        using var owned = browser;
        using var answer = (await browser.GetAsync(ActivityLinks.Import + "?handler=Template")).Response;
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain("mau-hoat-dong");

        var page = await LookAtAsync(browser, await answer.Content.ReadAsByteArrayAsync(), "mau.xlsx");

        page.TextOf("main")!.ShouldContain("Đọc được 2 hoạt động");
    }

    [Theory]
    [InlineData("not a sheet", "khong-phai.xlsx", "Chưa nhập được")]
    public async Task Import_WhatIsNoList_IsSaid(string content, string name, string said)
    {
        var (_, browser) = await OfficerAsync("tg-stc");
        using var owned = browser;

        (await LookAtAsync(browser, Encoding.UTF8.GetBytes(content), name)).TextOf("main")!.ShouldContain(said);
    }

    [Fact]
    public async Task Import_OfAnotherPerson_IsNotFound()
    {
        var (_, browser) = await OfficerAsync("tg-stc");
        using var owned = browser;
        var (_, stranger) = await OfficerAsync("tg-stc");
        using var theirs = stranger;
        var page = await LookAtAsync(browser, "Ngày,Hình thức,Tên\n5/3/2026,Tin,Tin\n");

        (await stranger.GetAsync(page.Response.RequestMessage!.RequestUri!.PathAndQuery)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Import_OfFiveThousandRows_IsWrittenWhole_AndOfMoreRefused()
    {
        var (officer, browser) = await OfficerAsync("tg-snv");
        using var _ = browser;
        string Rows(int count) => "Ngày,Hình thức,Tên\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{new DateOnly(2024, 1, 1).AddDays(i % 700):dd/MM/yyyy},Tin,Tin số {i} về {Guid.CreateVersion7():N}\n"));

        (await LookAtAsync(browser, Rows(ImportedSheet.MostRows + 20))).TextOf("main")!.ShouldContain("hơn 5.000 dòng");
        (await ConfirmAsync(await LookAtAsync(browser, Rows(ImportedSheet.MostRows)))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await host.QueryAsync(db => db.Set<Activity>().CountAsync(activity => activity.LoggedById == officer))).ShouldBe(ImportedSheet.MostRows);
        (await host.QueryAsync(db => db.Set<ActivityTotal>().Where(total => total.Month < 202600).SumAsync(total => total.Activities))).ShouldBe(ImportedSheet.MostRows);
    }

    private async Task<(Guid Officer, TestBrowser Browser)> OfficerAsync(string agency)
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, agency);
        return (officer.Id, await host.BrowseAsAsync(officer.Email!, TestData.Password));
    }

    private Task<List<Activity>> SavedAsync(Guid officer) => host.QueryAsync(db => db.Set<Activity>().AsNoTracking().Where(activity => activity.LoggedById == officer).OrderBy(activity => activity.StartsOn).ToListAsync());

    private static Task<TestPage> LookAtAsync(TestBrowser browser, string csv) => LookAtAsync(browser, Encoding.UTF8.GetBytes(csv), "hoat-dong.csv");

    private static async Task<TestPage> LookAtAsync(TestBrowser browser, byte[] content, string name)
    {
        var page = await browser.GetAsync(ActivityLinks.Import);
        using var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(content), "File", name);
        var answer = await browser.PostAsync(ActivityLinks.Import, form);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        return await browser.GetAsync(answer.Location!);
    }

    private static Task<TestPage> ConfirmAsync(TestPage page, params (string Name, string Value)[] values) => page.SubmitAsync(page.Form("form[action*='handler=Confirm']"), values);
}

public sealed class ActivityImportOnSqlite(SqliteHost host) : ActivityImportTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityImportOnPostgres(PostgresHost host) : ActivityImportTests(host), IClassFixture<PostgresHost>;
