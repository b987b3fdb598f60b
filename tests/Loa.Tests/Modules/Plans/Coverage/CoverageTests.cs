using System.Net;
using Loa.Documents.Checking;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Coverage;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Matching;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Plans.Coverage;

public abstract class CoverageTests(LoaHost host)
{
    [Fact]
    public async Task Story_ProvinceAsksAndCommunesAnswerInThreeWays_CoverageRemindersAndLetterFollow()
    {
        var plan = await IssueAsync();
        using var issuer = await host.OfficerAsync();
        (await RowAsync(plan, "hsl-x01")).DueOn.ShouldBe(new DateOnly(2024, 2, 15), "the plan's own text asks for it");
        (await host.QueryAsync(db => db.Set<PlanUptake>().AnyAsync(row => row.PlanId == plan.PlanId && row.AgencyId == plan.OwnerAgencyId))).ShouldBeFalse();

        // One reads its own plan in: the parent is found by the legal basis, the tasks by their words.
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "hsl-x01");
        using var first = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var importId = await host.ImportAsync(first, UnitPlan(plan).Write(), "ke-hoach-xa.docx");
        (await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.PlanImportId == importId).Select(i => i.ParentPlanId).SingleAsync())).ShouldBe(plan.PlanId);
        (await first.GetAsync(PlanLinks.Review(importId))).TextOf("#summary")!.ShouldContain(plan.Reference!);
        var matching = await first.GetAsync(PlanLinks.Matching(importId));
        matching.TextOf("main")!.ShouldContain("Nhận 1 gợi ý chắc chắn");
        var form = matching.Form("main form:has(select)");
        form.SetAttribute("action", $"{PlanLinks.Matching(importId)}?handler=AcceptSure");
        await Redirects(matching.SubmitAsync(form));
        (await first.GetAsync(PlanLinks.Matching(importId))).TextOf("aside")!.ShouldContain("Đăng tin, bài");
        var unit = await host.IssueAsync(first, importId);
        unit.Tasks[0].ParentTaskId.ShouldBe(plan.Tasks[0].PlanTaskId);
        var imported = await RowAsync(plan, "hsl-x01");
        (imported.Way, imported.UnitPlanId, imported.IsLate(new DateOnly(2026, 1, 1))).ShouldBe((UptakeWay.Imported, unit.PlanId, false));

        // One declares its yearly work plan, after the day; one writes its plan in Loa.
        await DeclareAsync(plan, "hsl-x02", plan.Tasks[1].PlanTaskId);
        await host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<PlanUptakes>().AnswerAsync(plan.PlanId, await host.AgencyIdAsync("hsl-x03"), UptakeWay.Written, new DateOnly(2024, 2, 15), null, default);
            await services.GetRequiredService<Loa.Data.LoaDbContext>().SaveChangesAsync();
        });

        var must = await host.QueryAsync(db => db.Set<PlanUptake>().CountAsync(row => row.PlanId == plan.PlanId && !row.IsOptional));
        var page = await issuer.GetAsync(PlanLinks.Coverage(plan.PlanId));
        page.TextOf(".stats")!.ShouldStartWith($"Phải ban hành{must}xem");
        page.TextOf(".stats")!.ShouldContain($"Đã ban hành3 / {must}");
        page.TextOf(".stats")!.ShouldContain("Đúng hạn2 / 3");
        page.TextOf("main")!.ShouldContain("Đưa vào kế hoạch công tác năm: 1");
        (await issuer.GetAsync(PlanLinks.Plan(plan.PlanId))).TextOf("main")!.ShouldContain($"Kế hoạch của đơn vị: 3/{must}");
        var late = await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?tt=Late");
        late.Document.QuerySelectorAll("#uptakes tbody tr").Length.ShouldBe(1, "every figure leads to the rows it counts");
        late.TextOf("#uptakes tbody")!.ShouldContain("12/KH-UBND");
        late.TextOf("#uptakes tbody")!.ShouldContain("5 ngày");
        var own = await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?cach=Imported");
        own.TextOf("#uptakes tbody")!.ShouldContain("1/2");
        own.TextOf("#uptakes tbody details")!.ShouldContain("Đăng tin, bài");
        var byTask = await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?the=nhiem-vu");
        byTask.TextOf("#clauses tbody tr")!.ShouldContain($"1/{must - 1} cơ quan", Case.Sensitive, "the Department of Home Affairs does not have it");
        var without = await issuer.GetAsync(byTask.Document.QuerySelector("#clauses tbody td a")!.GetAttribute("href")!);
        without.TextOf(".table-foot")!.ShouldContain($"trong {must - 2}");
        foreach (var sort in (string[])["phu", "-phu", "ten", "han", "-ngay", "-tinh-trang"])
            (await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?sap-xep={sort}&q=ban+khe")).Status.ShouldBe(HttpStatusCode.OK, sort);
        (await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?sap-xep=-phu")).Document.QuerySelectorAll("#uptakes tbody tr")[0].TextContent.ShouldContain("1/2");
        (await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?handler=Export&dang=csv")).Text.ShouldContain("Đăng tin, bài");

        await RemindedOnceADayAsync(plan, issuer, must - 3);
        await LetterListsTheLateAsync(plan, issuer, must - 3);
    }

    private async Task RemindedOnceADayAsync(Plan plan, TestBrowser issuer, int owing)
    {
        var slow = await host.CreateUserAsync(Role.UnitOfficer, "hsl-x04");
        for (var i = 0; i < 2; i++)
        {
            var page = await issuer.GetAsync(PlanLinks.Coverage(plan.PlanId));
            await Redirects(page.SubmitAsync(page.Form("main form#nhac"), ("all", "true")));
        }

        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.UserId == slow.Id && n.Kind == UptakeReminders.Kind))).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<PlanUptakeReminder>().CountAsync(sent => sent.PlanId == plan.PlanId))).ShouldBe(owing);
        var after = await issuer.GetAsync(PlanLinks.Coverage(plan.PlanId));
        after.TextOf("main")!.ShouldContain("Hôm nay đã nhắc các cơ quan này rồi");
        after.TextOf("main")!.ShouldContain($"{owing} cơ quan, ");
    }

    private static async Task LetterListsTheLateAsync(Plan plan, TestBrowser issuer, int owing)
    {
        var page = await issuer.GetAsync(PlanLinks.CoverageLetter(plan.PlanId));
        var form = page.Form("main form:has([name='Form.Body'])");
        (await page.SubmitAsync(form, ("Form.Title", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var letter = await page.SubmitAsync(form, ("Form.Deadline", "10/03/2024"), ("Form.Title", "PHÓ CHỦ TỊCH"), ("Form.Place", "Thanh Giang"));

        letter.Status.ShouldBe(HttpStatusCode.OK, letter.TextOf(".error-summary"));
        var bytes = await letter.Response.Content.ReadAsByteArrayAsync();
        FormatChecker.Check(new MemoryStream(bytes)).Deviations.ShouldBeEmpty();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync();
        text.ShouldContain("trước ngày 10/03/2024");
        text.ShouldContain("Ủy ban nhân dân xã Suối Đỏ");
        text.ShouldNotContain("Ủy ban nhân dân xã Bản Khe", Case.Sensitive, "it has declared");
        text.ShouldContain($"còn {owing:00} cơ quan, đơn vị chưa ban hành");
    }

    [Fact]
    public async Task Parent_CitedWithAWrongDigit_IsSuggestedAndTheOfficerChooses()
    {
        var plan = await IssueAsync();
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "hvt-x01");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var slip = $"{plan.Reference!.Split('/')[0]}9/KH-UBND";
        var importId = await host.ImportAsync(browser, UnitPlan(plan, slip).Write());

        (await host.QueryAsync(db => db.Set<PlanImport>().Where(i => i.PlanImportId == importId).Select(i => i.ParentPlanId).SingleAsync())).ShouldBeNull("a slip is suggested, never taken");
        var page = await browser.GetAsync(PlanLinks.Matching(importId));
        page.TextOf("main .drafts li")!.ShouldContain("Gần giống một căn cứ");
        await Redirects(page.SubmitAsync(page.Form($"main form:has([value='{plan.PlanId}'])")));

        var matching = await browser.GetAsync(PlanLinks.Matching(importId));
        matching.TextOf(".parent-line")!.ShouldContain(plan.Reference);
        var select = matching.Document.QuerySelectorAll("main select")[1].GetAttribute("name")!;
        await Redirects(matching.SubmitAsync(matching.Form("main form:has(select)"), (select, plan.Tasks[1].PlanTaskId.ToString())));
        var chosen = await browser.GetAsync(PlanLinks.Matching(importId));
        chosen.Document.QuerySelector($"main select[name='{select}'] option[selected]")!.GetAttribute("value").ShouldBe(plan.Tasks[1].PlanTaskId.ToString());
        // Another plan above, or none: the links go with it.
        var change = await browser.GetAsync($"{PlanLinks.Matching(importId)}?doi=true");
        await Redirects(change.SubmitAsync(change.Form("main .row form[action*='handler=Parent']")));
        (await host.QueryAsync(db => db.Set<PlanImport>().SingleAsync(i => i.PlanImportId == importId))).Draft!.ShouldNotContain(plan.Tasks[1].PlanTaskId.ToString());
        var stranger = await host.CreateUserAsync(Role.UnitOfficer, "hvt-x02");
        using var other = await host.BrowseAsAsync(stranger.Email!, TestData.Password);
        (await other.GetAsync(PlanLinks.Matching(importId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Coverage_OthersThanTheIssuer_SeeTheirOwnPartAndDecideNothing()
    {
        var plan = await IssueAsync();
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "hhk-x01");
        using var own = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var leader = await host.CreateUserAsync(Role.Leader, "hhk");
        using var subtree = await host.BrowseAsAsync(leader.Email!, TestData.Password);

        var page = await own.GetAsync(PlanLinks.Coverage(plan.PlanId));
        page.Document.QuerySelectorAll("#uptakes tbody tr").Length.ShouldBe(1);
        page.Document.QuerySelector("form#nhac").ShouldBeNull();
        (await subtree.GetAsync(PlanLinks.Coverage(plan.PlanId))).Document.QuerySelectorAll("#uptakes tbody tr").Length.ShouldBe(9, "the communes of the district");
        (await own.GetAsync(PlanLinks.CoverageUnit(plan.PlanId, await host.AgencyIdAsync("hhk-x01")))).Status.ShouldBe(HttpStatusCode.OK);
        (await own.GetAsync(PlanLinks.CoverageUnit(plan.PlanId, await host.AgencyIdAsync("hhk-x02")))).Status.ShouldBe(HttpStatusCode.NotFound, "a sibling");
        (await own.GetAsync(PlanLinks.CoverageLetter(plan.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(PlanLinks.CoverageDeclare(plan.PlanId, await host.AgencyIdAsync("hhk-x02")))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await subtree.GetAsync(PlanLinks.CoverageDeclare(plan.PlanId, await host.AgencyIdAsync("hhk-x01")))).Status.ShouldBe(HttpStatusCode.NotFound, "a leader draws up no plans");
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in (string[])["Remind", "Ask", "Add", "Due"])
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("all", "true"), new("whom", "Leads")]);
            (await own.PostAsync($"{PlanLinks.Coverage(plan.PlanId)}?handler={handler}", form)).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }
    }

    [Fact]
    public async Task Issuer_ChangesWhoMustAndByWhen_ExemptsOneAndTakesThatBack()
    {
        var plan = await IssueAsync();
        using var issuer = await host.OfficerAsync();
        var unitId = await host.AgencyIdAsync("htg-x01");
        var address = PlanLinks.CoverageUnit(plan.PlanId, unitId);
        var page = await issuer.GetAsync(address);
        (await page.SubmitAsync(page.Form("main form[action*='handler=Exempt']"), ("Reason", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Redirects(page.SubmitAsync(page.Form("main form[action*='handler=Exempt']"), ("Reason", "Đang sắp xếp lại")));
        (await RowAsync(plan, "htg-x01")).IsLate(new DateOnly(2026, 1, 1)).ShouldBeNull();
        (await page.SubmitAsync(page.Form("main form[action*='handler=Due']"), ("DueOn", "01/3/2024"))).Status.ShouldBe(HttpStatusCode.BadRequest, "what the page showed is no longer so");
        (await issuer.GetAsync($"{PlanLinks.Coverage(plan.PlanId)}?tt=Exempt")).TextOf("#uptakes tbody")!.ShouldContain("Đang sắp xếp lại");
        var exempt = await issuer.GetAsync(address);
        await Redirects(exempt.SubmitAsync(exempt.Form("main form[action*='handler=Demand']")));
        var again = await issuer.GetAsync(address);
        await Redirects(again.SubmitAsync(again.Form("main form[action*='handler=Due']"), ("DueOn", "01/3/2024")));
        (await RowAsync(plan, "htg-x01")).DueOn.ShouldBe(new DateOnly(2024, 3, 1));

        var all = await issuer.GetAsync(PlanLinks.Coverage(plan.PlanId));
        await Redirects(all.SubmitAsync(all.Form("main form[action*='handler=Due']"), ("AllDueOn", "28/02/2024")));
        (await RowAsync(plan, "htg-x02")).DueOn.ShouldBe(new DateOnly(2024, 2, 28));
        // Only the leads: the department that helps need not any more, unless it has answered.
        (await RowOrNoneAsync(plan, "tg-stc")).ShouldNotBeNull();
        await Redirects(all.SubmitAsync(all.Form("main form[action*='handler=Ask']"), ("whom", "Leads"), ("AskDueOn", "29/02/2024")));
        (await RowOrNoneAsync(plan, "tg-stc")).ShouldBeNull();
        (await RowAsync(plan, "htg-x02")).DueOn.ShouldBe(new DateOnly(2024, 2, 29));
        // Two who ask everyone again at once: nobody gets an error page, and each agency is asked once.
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => all.SubmitAsync(all.Form("main form[action*='handler=Ask']"), ("whom", "Everyone"), ("AskDueOn", "29/02/2024"))));
        asked.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect || answer.Status == HttpStatusCode.BadRequest);
        await Redirects(all.SubmitAsync(all.Form("main form[action*='handler=Ask']"), ("whom", "Leads"), ("AskDueOn", "29/02/2024")));
        await Redirects(all.SubmitAsync(all.Form("main form[action*='handler=Add']"), ("AgencyId", (await host.AgencyIdAsync("tg-stc")).ToString()), ("AddDueOn", "")));
        (await RowAsync(plan, "tg-stc")).IsOptional.ShouldBeFalse();
        (await all.SubmitAsync(all.Form("main form[action*='handler=Add']"), ("AgencyId", plan.OwnerAgencyId.ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var ended = await host.CreateAgencyAsync("Sở Đã Kết Thúc");
        await host.QueryAsync(db => db.Set<Agency>().Where(agency => agency.AgencyId == ended.AgencyId).ExecuteUpdateAsync(set => set.SetProperty(agency => agency.ValidTo, new DateOnly(2024, 1, 1))));
        (await all.SubmitAsync(all.Form("main form[action*='handler=Add']"), ("AgencyId", ended.AgencyId.ToString()), ("AddDueOn", ""))).Status.ShouldBe(HttpStatusCode.BadRequest, "it has ended");
        (await issuer.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector("#lich-su")!.TextContent.ShouldContain("Miễn ban hành kế hoạch của đơn vị");
    }

    [Fact]
    public async Task Declaration_CorrectedAndTakenBack_LeavesTheAgencyWithoutAnAnswer()
    {
        var plan = await IssueAsync();
        await DeclareAsync(plan, "txpl-x01", plan.Tasks[0].PlanTaskId);
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "txpl-x01");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var address = PlanLinks.CoverageDeclare(plan.PlanId, await host.AgencyIdAsync("txpl-x01"));

        var page = await browser.GetAsync(address);
        page.TextOf("main")!.ShouldContain("ke-hoach-nam.docx");
        var file = await browser.GetAsync($"{PlanLinks.CoverageUnit(plan.PlanId, await host.AgencyIdAsync("txpl-x01"))}?handler=File");
        file.Header("Content-Disposition")!.ShouldContain("ke-hoach-nam.docx");
        await DeclareAsync(plan, "txpl-x01", plan.Tasks[1].PlanTaskId, withFile: false);
        (await host.QueryAsync(db => db.Set<PlanUptakeTask>().Where(held => held.PlanId == plan.PlanId).Select(held => held.PlanTaskId).ToListAsync())).ShouldBe([plan.Tasks[1].PlanTaskId]);

        var declared = await browser.GetAsync(address);
        await Redirects(declared.SubmitAsync(declared.Form("main form[action*='handler=TakeBack']")));
        (await RowAsync(plan, "txpl-x01")).IsAnswered.ShouldBeFalse();
        (await host.QueryAsync(db => db.Set<PlanUptakeTask>().CountAsync(held => held.PlanId == plan.PlanId))).ShouldBe(0);
    }

    [Fact]
    public async Task NewEdition_Reorganisation_Withdrawal_CarryTheRowsAndTheAnswers()
    {
        var (plan, content) = await IssueWithContentAsync();
        using var issuer = await host.OfficerAsync();
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tptg-x01");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var importId = await host.ImportAsync(browser, UnitPlan(plan).Write());
        var matching = await browser.GetAsync(PlanLinks.Matching(importId));
        var form = matching.Form("main form:has(select)");
        form.SetAttribute("action", $"{PlanLinks.Matching(importId)}?handler=AcceptSure");
        await Redirects(matching.SubmitAsync(form));
        var unit = await host.IssueAsync(browser, importId);
        await DeclareAsync(plan, "tptg-x02", plan.Tasks[1].PlanTaskId);
        await OwnPlanIsNotDeclaredOverAsync(plan, unit, browser);

        var again = await issuer.UploadAsync(content, "ban-sua.docx");
        var anyway = await again.SubmitAsync(again.Form("main form:has([name=fileId])"));
        var secondId = Guid.Parse(anyway.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(secondId);
        var second = await host.IssueAsync(issuer, secondId);

        await SupersededIsLeftAloneAsync(plan, issuer);
        var carried = await RowAsync(second, "tptg-x01");
        (carried.Way, carried.UnitPlanId).ShouldBe((UptakeWay.Imported, unit.PlanId));
        var clauses = await host.InScopeAsync(async services => (await services.GetRequiredService<PlanCoverage>().ClausesAsync(second.PlanId, [carried.AgencyId, (await RowAsync(second, "tptg-x02")).AgencyId], default)).SelectMany(group => group).Where(held => held.IsCovered).ToList());
        clauses.Select(held => held.Clause.TaskId).Order().ShouldBe(second.Tasks.Take(2).Select(task => task.PlanTaskId).Order(), "the clauses of the new edition count as taken up");

        var old = await host.AgencyIdAsync("tptg-x03");
        var heir = await host.AgencyIdAsync("tptg-x04");
        var change = await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(
            AgencyChangeKind.Merge, new DateOnly(2025, 7, 1), "Nghị quyết số 21/NQ-HĐND", null, (tree, c) => Operations.Merge(tree, c, [old], heir)));
        (await RowAsync(second, "tptg-x03")).HolderAgencyId.ShouldBe(heir);
        (await issuer.GetAsync($"{PlanLinks.Coverage(second.PlanId)}?q=dong+phu")).TextOf("#uptakes tbody")!.ShouldContain("nay là");
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Loa.Data.LoaDbContext>();
            await services.GetRequiredService<Reorganiser>().TakeBackAsync(await db.Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == change.AgencyChangeId), "Ghi nhầm");
        });
        (await RowAsync(second, "tptg-x03")).HolderAgencyId.ShouldBe(old);

        var unitPage = await browser.GetAsync(PlanLinks.Plan(unit.PlanId));
        await Redirects(unitPage.SubmitAsync(unitPage.Form("main form:has([name=Reason])"), ("Reason", "Ban hành nhầm")));
        (await RowAsync(second, "tptg-x01")).IsAnswered.ShouldBeFalse("its plan was withdrawn");
    }

    [Fact]
    public async Task NewEdition_InOtherWordsAndAfterAMerger_KeepsTicksProgressAndAnswers()
    {
        var plan = await IssueAsync();
        using var issuer = await host.OfficerAsync();
        var (old, heir, volunteer) = (await host.AgencyIdAsync("tptg-x06"), await host.AgencyIdAsync("tptg-x07"), await host.AgencyIdAsync("tptg-x08"));
        await DeclareAsync(plan, "tptg-x05", plan.Tasks[0].PlanTaskId);
        await DeclareAsync(plan, "tptg-x06", plan.Tasks[0].PlanTaskId);
        await host.QueryAsync(async db =>
        {
            // The successor had no part in the first edition; one commune answered unasked.
            await db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId && row.AgencyId == heir).ExecuteDeleteAsync();
            await db.Set<Assignment>().Where(work => work.PlanId == plan.PlanId && work.AgencyId == heir).ExecuteDeleteAsync();
            await db.Set<Assignment>().Where(work => work.PlanTaskId == plan.Tasks[0].PlanTaskId && work.AgencyId == old).ExecuteUpdateAsync(set => set.SetProperty(work => work.ProductsDone, 1).SetProperty(work => work.ProductsTotal, 2));
            return await db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId && row.AgencyId == volunteer).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOptional, true));
        });
        var change = await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(
            AgencyChangeKind.Merge, new DateOnly(2024, 1, 10), "Nghị quyết số 22/NQ-HĐND", null, (tree, c) => Operations.Merge(tree, c, [old], heir)));

        var sent = await issuer.UploadAsync(Document(" năm 2024"), "ban-moi.docx", ("thay-the", $"{plan.PlanId}"), ("Reason", "Điều chỉnh theo tiến độ năm"));
        var importId = Guid.Parse(sent.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var second = await host.IssueAsync(issuer, importId);

        var ticks = await host.QueryAsync(db => db.Set<PlanUptakeTask>().Where(held => held.PlanId == second.PlanId).Select(held => held.AgencyId).ToListAsync());
        var (ticked, answered, extra, asked) = (await host.AgencyIdAsync("tptg-x05"), await RowAsync(second, "tptg-x07"), await RowOrNoneAsync(second, "tptg-x06"), await RowAsync(second, "tptg-x08"));
        var work = second.Tasks[0].Assignments.Single(a => a.AgencyId == heir);
        second.ShouldSatisfyAllConditions(
            () => ticks.ShouldContain(ticked, "a clause in nearly the same words is the same clause"),
            () => ticks.ShouldContain(heir),
            () => answered.Way.ShouldBe(UptakeWay.YearlyPlan, "the predecessor has answered"),
            () => extra.ShouldBeNull(),
            () => asked.IsOptional.ShouldBeFalse("the new edition asks everyone"),
            () => (work.ProductsDone, work.ProductsTotal).ShouldBe((1, 2), "the successor goes on where the predecessor stopped"));
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Loa.Data.LoaDbContext>();
            await services.GetRequiredService<Reorganiser>().TakeBackAsync(await db.Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == change.AgencyChangeId), "Ghi nhầm");
        });
    }

    /// <summary>An issued plan is the answer: nothing declared takes its place, and a declaration taken back leaves it.</summary>
    private async Task OwnPlanIsNotDeclaredOverAsync(Plan plan, Plan unit, TestBrowser browser)
    {
        var address = PlanLinks.CoverageDeclare(plan.PlanId, await host.AgencyIdAsync("tptg-x01"));
        var page = await browser.GetAsync(address);
        page.Document.QuerySelector("main [name=Reference]").ShouldBeNull();
        page.TextOf("main")!.ShouldContain("đã ban hành kế hoạch riêng");
        (await browser.GetAsync(PlanLinks.Coverage(plan.PlanId))).Document.QuerySelector($"a[href='{address}']").ShouldBeNull();
        using var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { new StringContent("12/KH-UBND"), "Reference" }, { new StringContent("20/02/2024"), "Date" }, { new StringContent("Kế hoạch công tác năm"), "Subject" }, { new StringContent(plan.Tasks[1].PlanTaskId.ToString()), "Held" } };
        form.Add(new ByteArrayContent(new PlanDocx().Write()), "Document", "ke-hoach-nam.docx");
        (await browser.PostAsync(address, form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var row = await RowAsync(plan, "tptg-x01");
        (row.Way, row.UnitPlanId).ShouldBe((UptakeWay.Imported, unit.PlanId));
    }

    private async Task SupersededIsLeftAloneAsync(Plan plan, TestBrowser issuer)
    {
        var rows = await UnansweredAsync(plan);
        var address = PlanLinks.Coverage(plan.PlanId);
        var token = (await issuer.GetAsync(address)).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var row = await RowAsync(plan, "tptg-x05");
        var unit = PlanLinks.CoverageUnit(plan.PlanId, row.AgencyId);
        foreach (var act in (string[])[$"{address}?handler=Remind", $"{address}?handler=Ask", $"{address}?handler=Add", $"{address}?handler=Due", $"{unit}?handler=Due", $"{unit}?handler=Exempt"])
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("all", "true"), new("whom", "Leads"), new("agencyId", $"{row.AgencyId}"), new("Reason", "x"), new("Revision", $"{row.Revision}")]);
            var answer = await issuer.PostAsync(act, form);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, act);
            answer.TextOf("main")!.ShouldContain("không còn hiệu lực");
        }

        (await UnansweredAsync(plan)).ShouldBe(rows, "what was asked of the old edition stays as it was");
    }

    private Task<List<string>> UnansweredAsync(Plan plan) =>
        host.QueryAsync(db => db.Set<PlanUptake>().Where(row => row.PlanId == plan.PlanId && row.Way == null).OrderBy(row => row.AgencyId).Select(row => row.AgencyId + "/" + row.IsOptional + "/" + row.DueOn).ToListAsync());

    private async Task<Plan> IssueAsync() => (await IssueWithContentAsync()).Plan;

    /// <summary>A plan of the province whose communes lead one task and help with another, and that asks for plans of their own by 15/02/2024.</summary>
    private async Task<(Plan Plan, byte[] Content)> IssueWithContentAsync()
    {
        using var officer = await host.OfficerAsync();
        var content = Document();
        return (await host.IssueAsync(officer, await host.ImportAsync(officer, content, $"ke-hoach-{TestData.Unique("")}.docx")), content);
    }

    private static byte[] Document(string added = "") => new PlanDocx
    {
        Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND",
        Duties = [("1. Các sở, ban, ngành cấp tỉnh, UBND cấp xã", "Căn cứ Kế hoạch này, xây dựng, ban hành kế hoạch của cơ quan, đơn vị, địa phương, gửi Sở Nội vụ trước ngày 15/02/2024.")],
        Tasks =
        [
            ("1", $"Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính{added}", "UBND cấp xã", "Sở Tài chính", "Quý II/2024"),
            ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử", "Sở Nội vụ", "UBND cấp xã", "Thường xuyên"),
        ],
    }.Write();

    /// <summary>A commune's plan, dated 20/01/2024, that rests on the province's and takes up one of its two clauses in its own words.</summary>
    private static PlanDocx UnitPlan(Plan parent, string? cited = null) => new()
    {
        Reference = $"{Random.Shared.Next(100, 900)}/KH-UBND",
        Subject = "Tuyên truyền cải cách hành chính năm 2024 của xã",
        Bases = [$"Căn cứ Kế hoạch số {cited ?? parent.Reference} ngày 20 tháng 01 năm 2024 của UBND tỉnh Thanh Giang về tuyên truyền cải cách hành chính năm 2024;"],
        Tasks =
        [
            ("1", "Tổ chức 01 hội nghị tập huấn công tác tuyên truyền cải cách hành chính cho công chức xã", "Văn phòng - Thống kê", "Các tổ dân phố", "Quý II/2024"),
            ("2", "Dọn vệ sinh đường làng, ngõ xóm", "Văn phòng - Thống kê", "Các tổ dân phố", "Quý III/2024"),
        ],
    };

    private async Task DeclareAsync(Plan plan, string agencyCode, Guid held, bool withFile = true)
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, agencyCode);
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var address = PlanLinks.CoverageDeclare(plan.PlanId, await host.AgencyIdAsync(agencyCode));
        var page = await browser.GetAsync(address);
        (await page.SubmitAsync(page.Form("main form:has([name=Reference])"), ("Reference", ""), ("Date", "1/1/2400"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var token = page.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("12/KH-UBND"), "Reference" },
            { new StringContent("20/02/2024"), "Date" },
            { new StringContent("Kế hoạch công tác năm 2024, mục III"), "Subject" },
            { new StringContent(held.ToString()), "Held" },
        };
        if (withFile)
            form.Add(new ByteArrayContent(new PlanDocx().Write()), "Document", "ke-hoach-nam.docx");
        await Redirects(browser.PostAsync(address, form));
    }

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf(".error-summary"));

    private async Task<PlanUptake> RowAsync(Plan plan, string agencyCode) => (await RowOrNoneAsync(plan, agencyCode)).ShouldNotBeNull();

    private async Task<PlanUptake?> RowOrNoneAsync(Plan plan, string agencyCode)
    {
        var agencyId = await host.AgencyIdAsync(agencyCode);
        return await host.QueryAsync(db => db.Set<PlanUptake>().AsNoTracking().SingleOrDefaultAsync(row => row.PlanId == plan.PlanId && row.AgencyId == agencyId));
    }
}

public sealed class CoverageOnSqlite(SqliteHost host) : CoverageTests(host), IClassFixture<SqliteHost>;

public sealed class CoverageOnPostgres(PostgresHost host) : CoverageTests(host), IClassFixture<PostgresHost>;
