using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Loa.Documents.Checking;
using Loa.Modules.Accounts;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Review;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Tasks;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Plans.UnitPlans;

public abstract class UnitPlanTests(LoaHost host)
{
    private const string Commune = "tptg-x01";
    private static readonly byte[] Pdf = "%PDF-1.7 bản quét có chữ ký và con dấu"u8.ToArray();

    /// <summary>From the plan of a province to the commune's own work: the whole way of an officer, by its pages.</summary>
    [Fact]
    public async Task Story_ACommuneCarriesOutThePlanOfItsProvince()
    {
        var (parent, work) = await GiveAsync(Commune);
        var (officer, browser) = await OfficerOfAsync(Commune, "Hoàng Thị Phụ Trách");

        // It begins at the work that was given.
        var mine = await browser.GetAsync(WorkLinks.MyWork);
        var start = await browser.GetAsync(mine.Document.QuerySelector($"a[href='{PlanLinks.StartUnitPlan(parent.PlanId)}']").ShouldNotBeNull("the list leads to a plan of one's own").GetAttribute("href")!);
        start.TextOf("main")!.ShouldContain("2. Đăng tin, bài về cải cách hành chính");
        var symbol = start.Document.QuerySelector("[name='Form.Symbol']")!.GetAttribute("value");
        symbol.ShouldBe("KH-UBND");
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));
        (await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId))).Location.ShouldBe(PlanLinks.Review(draftId), "a second start leads to the first");

        // The editor shows the clause in the place of a document, and says nothing about reading.
        var editor = await browser.GetAsync(PlanLinks.Review(draftId));
        var draft = await ReadDraftAsync(draftId);
        var task = draft.Tasks.Single();
        editor.TextOf($"#{task.Id}-clause")!.ShouldContain($"Thực hiện mục 2 của {parent.Reference}");
        editor.Document.QuerySelector("[data-document]").ShouldBeNull();
        foreach (var aboutReading in new[] { "Không thấy", "Văn bản không nêu", "Chưa hiểu", "tên cơ quan" })
            editor.TextOf("main")!.ShouldNotContain(aboutReading);
        editor.Document.QuerySelectorAll("#colleagues option").Select(option => option.GetAttribute("value")).ShouldContain(officer.DisplayName);
        await Redirects(editor.SubmitAsync(ItemForm(editor, task.Id), ("f-inCharge", $"Người ngoài Loa; {officer.DisplayName}"), ("f-estimate", "2.500.000"), ("f-to", "31/12/2024"), ("f-coordinating", "Trưởng các thôn")));
        var own = await AddTaskAsync(browser, draftId);
        editor = await browser.GetAsync(PlanLinks.Review(draftId));
        await Redirects(editor.SubmitAsync(ItemForm(editor, own), ("f-content", "Treo băng rôn tại trụ sở"), ("f-when", "Quý III/2024"), ("f-estimate", "500.000")));
        (await browser.GetAsync(PlanLinks.Review(draftId))).TextOf("#summary")!.ShouldContain("Tổng dự toán 3.000.000 đồng");

        // The document.
        var text = await browser.GetAsync(PlanLinks.UnitText(draftId));
        text.Status.ShouldBe(HttpStatusCode.OK);
        text.TextOf(".doc")!.ShouldContain("Treo băng rôn tại trụ sở");
        text.TextOf("main")!.ShouldContain("không có sai lệch");
        var docx = await (await browser.GetAsync(PlanLinks.UnitTextFile(draftId))).Response.Content.ReadAsByteArrayAsync();
        FormatChecker.Check(new MemoryStream(docx)).Conforms.ShouldBeTrue();
        UnitSamples.Read(docx).Tasks.Select(read => read.Content).ShouldBe([task.Content!, "Treo băng rôn tại trụ sở"]);

        // Signed, recorded, issued.
        (await browser.GetAsync(PlanLinks.Confirm(draftId))).Location.ShouldBe(PlanLinks.Record(draftId));
        var record = await browser.GetAsync(PlanLinks.Record(draftId));
        record.TextOf("main")!.ShouldContain("Ủy ban nhân dân");
        var issued = await SendAsync(browser, record, "15", "01/03/2024", "Lê Văn Ký", ("ban-ky.pdf", Pdf));
        issued.Status.ShouldBe(HttpStatusCode.Redirect, issued.TextOf(".error-summary"));
        var plan = await PlanAsync(Guid.Parse(issued.Location!.Split('/')[^1]));
        (plan.Reference, plan.Date, plan.SignerName, plan.ParentPlanId).ShouldBe(("15/KH-UBND", new DateOnly(2024, 3, 1), "Lê Văn Ký", parent.PlanId));
        plan.Tasks[0].ParentTaskId.ShouldBe(work.PlanTaskId);
        plan.SignedFileId.ShouldNotBeNull();

        // The work appears, with whom it is, and the parent's clause knows of it.
        plan.Tasks.SelectMany(t => t.Assignments).Select(a => (a.AgencyId, a.AssigneeId)).ShouldBe([(work.AgencyId, officer.Id), (work.AgencyId, (Guid?)null)], ignoreOrder: true);
        (await browser.GetAsync(WorkLinks.MyWork)).TextOf("main")!.ShouldContain("Treo băng rôn tại trụ sở");
        var item = await browser.GetAsync(WorkLinks.Item(work.AssignmentId));
        item.Document.QuerySelector($"#nhiem-vu-don-vi a[href='{WorkLinks.Item(plan.Tasks[0].Assignments[0].AssignmentId)}']").ShouldNotBeNull();
        var above = await browser.GetAsync(PlanLinks.Plan(parent.PlanId));
        above.Document.QuerySelector($"#ke-hoach-don-vi a[href='{PlanLinks.Plan(plan.PlanId)}']").ShouldNotBeNull();
        var page = await browser.GetAsync(PlanLinks.Plan(plan.PlanId));
        page.Document.QuerySelector($"a[href='{PlanLinks.Plan(parent.PlanId)}']").ShouldNotBeNull();
        page.TextOf("#van-ban")!.ShouldContain("Treo băng rôn tại trụ sở");
        page.Document.QuerySelectorAll("#van-ban .passage.task").Length.ShouldBeGreaterThan(1, "a task leads to its row of the document");
        (await browser.GetAsync(PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId))).TextOf("main")!.ShouldContain($"Mục 2 của {parent.Reference}");
        (await browser.GetAsync(PlanLinks.SignedFile(plan.PlanId))).Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");

        // The parent is answered; withdrawing takes the answer back.
        var uptake = await UptakeAsync(parent.PlanId, work.AgencyId);
        (uptake!.Way, uptake.TakenUpOn, uptake.UnitPlanId, uptake.IsOptional).ShouldBe((UptakeWay.Written, new DateOnly(2024, 3, 1), plan.PlanId, true));
        await Redirects(page.SubmitAsync(page.Form("main form:has([name=Reason])"), ("Reason", "Ban hành nhầm")));
        (await UptakeAsync(parent.PlanId, work.AgencyId)).ShouldBeNull("nobody had asked");
        browser.Dispose();
    }

    [Fact]
    public async Task OwnTask_StandsOnTheListForTheClauseItCarriesOut_AndFinishesItWithItself()
    {
        var (parent, work) = await GiveAsync("tg-sngv");
        var (_, browser) = await OfficerOfAsync("tg-sngv");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));
        var issued = await SendAsync(browser, await browser.GetAsync(PlanLinks.Record(draftId)), "31", "01/03/2024", "Lê Văn Ký");
        issued.Status.ShouldBe(HttpStatusCode.Redirect, issued.TextOf(".error-summary"));
        var plan = await PlanAsync(Guid.Parse(issued.Location!.Split('/')[^1]));
        var own = plan.Tasks.Single(task => task.ParentTaskId == work.PlanTaskId).Assignments.Single();
        plan.Tasks.Single(task => task.ParentTaskId == work.PlanTaskId).Content.ShouldStartWith("Phối hợp thực hiện: ", customMessage: "it helps with what another body leads");

        (await browser.GetAsync(PlanLinks.Work(plan.PlanId))).Document.QuerySelector($"a[href='{WorkLinks.Item(own.AssignmentId)}']").ShouldNotBeNull();
        (await browser.GetAsync(PlanLinks.Work(parent.PlanId))).Document.QuerySelector($"a[href='{WorkLinks.Item(work.AssignmentId)}']").ShouldBeNull("each job is one line");

        var item = await browser.GetAsync(WorkLinks.Item(own.AssignmentId));
        var finish = item.Form("main form[action*='handler=Note']");
        finish.SetAttribute("action", $"{WorkLinks.Item(own.AssignmentId)}?handler=Finish");
        await Redirects(item.SubmitAsync(finish, ("Text", "Đã cử người dự")));
        (await host.QueryAsync(db => db.Set<Assignment>().Where(a => a.AssignmentId == work.AssignmentId).Select(a => a.State).SingleAsync())).ShouldBe(AssignmentState.Done);
        (await host.QueryAsync(db => db.Set<WorkEntry>().CountAsync(entry => entry.AssignmentId == work.AssignmentId && entry.Kind == WorkEntryKind.Done))).ShouldBe(1);
    }

    [Fact]
    public async Task OwnTask_ProductsAndAGrantedDay_AreThoseOfTheClauseToo()
    {
        var (parent, work) = await GiveAsync("tg-skhcn");
        var (_, browser) = await OfficerOfAsync("tg-skhcn");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var issued = await SendAsync(browser, await browser.GetAsync(PlanLinks.Record(await DraftOfAsync(start.SubmitAsync(Starting(start))))), "41", "01/03/2024", "Lê Văn Ký");
        var own = (await PlanAsync(Guid.Parse(issued.Location!.Split('/')[^1]))).Tasks.Single(task => task.ParentTaskId == work.PlanTaskId).Assignments.Single();

        var item = await browser.GetAsync(WorkLinks.Item(own.AssignmentId));
        await Redirects(item.SubmitAsync(item.Form("main form[action*='handler=Note']"), ("Done", "1"), ("Total", "4")));
        (await AssignmentAsync(work)).ShouldSatisfyAllConditions(above => above.ProductsDone.ShouldBe(1), above => above.ProductsTotal.ShouldBe(4));

        item = await browser.GetAsync(WorkLinks.Item(own.AssignmentId));
        await Redirects(item.SubmitAsync(item.Form("main form[action*='handler=Extend']"), ("DueOn", "31/12/2030"), ("ExtensionReason", "Chờ kinh phí")));
        var asked = await host.QueryAsync(db => db.Set<ExtensionRequest>().SingleAsync(request => request.AssignmentId == work.AssignmentId));
        (await browser.GetAsync(WorkLinks.Item(own.AssignmentId))).TextOf("main")!.ShouldContain("Đang chờ trả lời gia hạn đến 31/12/2030", customMessage: "the body that set the day is asked");
        using var issuer = await host.OfficerAsync();
        var requests = await issuer.GetAsync(WorkLinks.Extensions);
        var form = requests.Document.QuerySelectorAll("main section form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector($"[value='{asked.ExtensionRequestId}']") is not null);
        form.SetAttribute("action", $"{WorkLinks.Extensions}?handler=Grant");
        await Redirects(requests.SubmitAsync(form, ("GrantedDueOn", "30/11/2030")));

        (await AssignmentAsync(work)).DueOn.ShouldBe(new DateOnly(2030, 11, 30));
        (await AssignmentAsync(own)).DueOn.ShouldBe(new DateOnly(2030, 11, 30), "one job, one day");
    }

    [Fact]
    public async Task Start_WhatIsFinishedAlready_IsNotTicked()
    {
        var (parent, work) = await GiveAsync("tg-stttt");
        await host.QueryAsync(db => db.Set<Assignment>().Where(a => a.AssignmentId == work.AssignmentId).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssignmentState.Done)));
        var (_, browser) = await OfficerOfAsync("tg-stttt");
        using var _1 = browser;

        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));

        var tick = start.Document.QuerySelector($"#bat-dau input[type=checkbox][value='{work.PlanTaskId}']").ShouldNotBeNull();
        tick.HasAttribute("checked").ShouldBeFalse();
        tick.Closest("li")!.TextContent.ShouldContain("đã hoàn thành");
    }

    [Fact]
    public async Task Editor_ClauseLeftOutOrDueTooLate_IsSaidAndAddedWithOneClick()
    {
        var (parent, work) = await GiveAsync("tg-sct");
        var (_, browser) = await OfficerOfAsync("tg-sct");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var form = Starting(start);
        foreach (var box in form.QuerySelectorAll($"[value='{work.PlanTaskId}']").OfType<IHtmlInputElement>())
            box.IsChecked = false;
        var draftId = await DraftOfAsync(start.SubmitAsync(form, ("Form.Subject", "Thực hiện Kế hoạch của tỉnh")));
        (await ReadDraftAsync(draftId)).Tasks.ShouldBeEmpty();

        var editor = await browser.GetAsync(PlanLinks.Review(draftId));
        editor.TextOf(".missing")!.ShouldContain("1 nhiệm vụ được giao chưa có trong kế hoạch");
        await Redirects(editor.SubmitAsync(editor.Form(".missing li form")));
        var task = (await ReadDraftAsync(draftId)).Tasks.Single();
        (task.ParentTaskId, task.To).ShouldBe((work.PlanTaskId, new DateOnly(2024, 6, 30)));
        editor = await browser.GetAsync(PlanLinks.Review(draftId));
        editor.Document.QuerySelector(".missing").ShouldBeNull();

        // Two people on one item: the second one is shown both.
        await Redirects(editor.SubmitAsync(ItemForm(editor, task.Id), ("f-to", "15/07/2024")));
        (await editor.SubmitAsync(ItemForm(editor, task.Id), ("f-to", "16/07/2024"))).Status.ShouldBe(HttpStatusCode.Conflict);
        editor = await browser.GetAsync(PlanLinks.Review(draftId));
        editor.TextOf($"#{task.Id}-clause")!.ShouldContain("Hạn ở sau hạn của kế hoạch cấp trên");
        (await browser.GetAsync(PlanLinks.UnitText(draftId))).Document.QuerySelector($".check a[href='{PlanLinks.ReviewItem(draftId, task.Id)}']").ShouldNotBeNull("what is odd leads to its field");

        // With scripts only what changed comes back.
        browser.Headers.Add("HX-Request", "true");
        var answer = await editor.SubmitAsync(ItemForm(editor, task.Id), ("f-to", "30/06/2024"), ("f-estimate", "1000"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf($"#{task.Id}-clause")!.ShouldNotContain("Hạn ở sau");
        answer.TextOf("#summary")!.ShouldContain("Tổng dự toán 1.000 đồng");
        answer.Document.QuerySelector("#names").ShouldBeNull("the page has no place for it");
    }

    [Fact]
    public async Task Start_TwiceAtOnce_MakesOneDraft()
    {
        var (parent, _) = await GiveAsync("tg-stp");
        var (_, first) = await OfficerOfAsync("tg-stp");
        var (_, second) = await OfficerOfAsync("tg-stp");
        using var _1 = first;
        using var _2 = second;
        var pages = new[] { await first.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId)), await second.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId)) };

        var ids = await Task.WhenAll(pages.Select(page => DraftOfAsync(page.SubmitAsync(Starting(page)))));

        ids[0].ShouldBe(ids[1]);
        (await host.QueryAsync(db => db.Set<PlanImport>().CountAsync(import => import.StartedFromPlanId == parent.PlanId))).ShouldBe(1);

        // A discarded draft leaves the place free; taken back, it leads to the one that took it.
        var editor = await first.GetAsync(PlanLinks.Review(ids[0]));
        await Redirects(editor.SubmitAsync(editor.Form("main form[action*='handler=Discard']")));
        var again = await first.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var newer = await DraftOfAsync(again.SubmitAsync(Starting(again)));
        newer.ShouldNotBe(ids[0]);
        var gone = await first.GetAsync(PlanLinks.Review(ids[0]));
        (await gone.SubmitAsync(gone.Form("main form[action*='handler=Restore']"))).Location.ShouldBe(PlanLinks.Review(newer));
    }

    [Fact]
    public async Task Record_WhatIsWrong_IsSaidAndTheFileIsKept()
    {
        var (parent, work) = await GiveAsync("tg-sxd");
        var (_, browser) = await OfficerOfAsync("tg-sxd");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));
        var record = await browser.GetAsync(PlanLinks.Record(draftId));

        foreach (var (number, date, signer, file, said) in new (string, string, string, (string, byte[])?, string)[]
        {
            ("", "01/03/2024", "Lê Văn Ký", null, "Hãy nhập số của văn bản"),
            ("15/KH UBND", "01/03/2024", "Lê Văn Ký", null, "Hãy nhập số của văn bản"),
            ("0", "01/03/2024", "Lê Văn Ký", null, "Hãy nhập số của văn bản"),
            ("15", "", "Lê Văn Ký", null, "Hãy nhập ngày ký"),
            ("15", "40/40/2024", "Lê Văn Ký", null, ""),
            ("15", "01/01/2190", "Lê Văn Ký", null, "Ngày ký không thể ở sau hôm nay"),
            ("15", "19/01/2024", "Lê Văn Ký", null, "Ngày ký không thể ở trước ngày 20/01/2024 của kế hoạch cấp trên"),
            ("15", "01/03/2024", " ", null, "Hãy nhập họ tên người ký"),
            ("15", "01/03/2024", "Lê Văn Ký", ("ban-ky.pdf", "<html>"u8.ToArray()), "Hãy chọn tệp PDF hoặc Word"),
            ("15", "01/03/2024", "Lê Văn Ký", ("ban-ky.exe", Pdf), "Hãy chọn tệp PDF hoặc Word"),
            ("15", "01/03/2024", "Lê Văn Ký", ("ban-ky.pdf", []), "Tệp rỗng"),
        })
        {
            var answer = await SendAsync(browser, record, number, date, signer, file);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, said);
            answer.TextOf(".error-summary")!.ShouldContain(said);
        }

        (await browser.GetAsync(PlanLinks.Record(draftId) + "?qua-lon=true")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var wrong = await SendAsync(browser, record, "", "01/03/2024", "Lê Văn Ký", ("ban-ky.pdf", Pdf));
        wrong.TextOf("#ban-hanh")!.ShouldContain("Đã nhận tệp ban-ky.pdf");

        // Somebody typed in the meantime: it has to be seen first.
        var editor = await browser.GetAsync(PlanLinks.Review(draftId));
        await Redirects(editor.SubmitAsync(ItemForm(editor, "h1"), ("f-place", "Nơi Khác")));
        (await SendAsync(browser, wrong, "21/KH-SXD", "01/03/2024", "Lê Văn Ký")).Status.ShouldBe(HttpStatusCode.Conflict);
        var fresh = await SendAsync(browser, wrong, "", "01/03/2024", "Lê Văn Ký", ("ban-ky.pdf", Pdf));
        var issued = await SendAsync(browser, fresh, "21/KH-SXD", "01/03/2024", "Lê Văn Ký");
        issued.Status.ShouldBe(HttpStatusCode.Redirect, issued.TextOf(".error-summary"));
        var plan = await PlanAsync(Guid.Parse(issued.Location!.Split('/')[^1]));
        (plan.Reference, plan.SignedFileId is not null).ShouldBe(("21/KH-SXD", true));

        // Issued once: the same page again leads to the plan and makes nothing.
        (await SendAsync(browser, fresh, "22", "01/03/2024", "Lê Văn Ký")).Location.ShouldBe(PlanLinks.Review(draftId));
        (await host.QueryAsync(db => db.Set<Plan>().CountAsync(p => p.ParentPlanId == parent.PlanId))).ShouldBe(1);

        // A new edition starts with what the first one says, takes its place and keeps the day of the answer.
        var second = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var editionId = await DraftOfAsync(second.SubmitAsync(second.Form("main form[action*='handler=Edition']")));
        (await ReadDraftAsync(editionId)).Heading.ShouldSatisfyAllConditions(h => h.Reference.ShouldBe("/KH-SXD"), h => h.Date.ShouldBeNull(), h => h.Place.ShouldBe("Nơi Khác"));
        var edition = await SendAsync(browser, await browser.GetAsync(PlanLinks.Record(editionId)), "30", "02/05/2024", "Lê Văn Ký");
        var newer = await PlanAsync(Guid.Parse(edition.Location!.Split('/')[^1]));
        newer.ReplacesPlanId.ShouldBe(plan.PlanId);
        var uptake = await UptakeAsync(parent.PlanId, work.AgencyId);
        (uptake!.UnitPlanId, uptake.TakenUpOn).ShouldBe((newer.PlanId, new DateOnly(2024, 3, 1)));

        // The signed copy can come later.
        var signed = await browser.GetAsync(PlanLinks.Signed(newer.PlanId));
        (await UploadAsync(browser, signed, PlanLinks.Signed(newer.PlanId), ("x.pdf", "không phải"u8.ToArray()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(browser, signed, PlanLinks.Signed(newer.PlanId), ("ban-ky.pdf", Pdf))).Status.ShouldBe(HttpStatusCode.Redirect);
        var first = (await PlanAsync(newer.PlanId)).SignedFileId.ShouldNotBeNull();

        // And again: the copy it takes the place of is kept.
        (await UploadAsync(browser, signed, PlanLinks.Signed(newer.PlanId), ("ban-ky-lai.pdf", [.. Pdf, .. "%"u8]))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await PlanAsync(newer.PlanId)).SignedFileId.ShouldNotBe(first);
        var copies = await browser.GetAsync(PlanLinks.Signed(newer.PlanId));
        copies.Document.QuerySelector($"main li a[href='{PlanLinks.SignedCopy(newer.PlanId, first)}']")!.ParentElement!.TextContent.ShouldContain("ban-ky.pdf");
        (await browser.GetAsync(PlanLinks.SignedCopy(newer.PlanId, first))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(PlanLinks.SignedCopy(newer.PlanId, (await PlanAsync(newer.PlanId)).FileId))).Status.ShouldBe(HttpStatusCode.NotFound, "only what was a signed copy");
    }

    [Fact]
    public async Task Parent_ReplacedMeanwhile_IsSaidAndTheDraftGoesOn()
    {
        using var issuer = await host.OfficerAsync();
        var content = Document($"{Random.Shared.Next(1000, 9000)}/KH-UBND", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh");
        var parent = await host.IssueAsync(issuer, await host.ImportAsync(issuer, content));
        var (_, browser) = await OfficerOfAsync("tg-stnmt");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));

        var known = await issuer.UploadAsync(content, "ban-sua.docx");
        var again = await known.SubmitAsync(known.Form("main form:has([name=fileId])"));
        var importId = Guid.Parse(again.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(importId);
        var newer = await host.IssueAsync(issuer, importId);

        foreach (var address in new[] { PlanLinks.Review(draftId), PlanLinks.UnitText(draftId), PlanLinks.Record(draftId) })
            (await browser.GetAsync(address)).Document.QuerySelector($".notice a[href='{PlanLinks.Plan(newer.PlanId)}']").ShouldNotBeNull(address);
        (await browser.GetAsync(PlanLinks.Review(draftId))).TextOf("#summary")!.ShouldContain("Đủ nhiệm vụ được giao");
        var issued = await SendAsync(browser, await browser.GetAsync(PlanLinks.Record(draftId)), "9", "01/03/2024", "Lê Văn Ký");
        issued.Status.ShouldBe(HttpStatusCode.Redirect, issued.TextOf(".error-summary"));
        var agencyId = await host.AgencyIdAsync("tg-stnmt");
        (await UptakeAsync(newer.PlanId, agencyId))!.Way.ShouldBe(UptakeWay.Written, "the edition in force is answered");

        // What it carries out are the clauses of the edition in force, and so is what its own next edition starts with.
        var unit = await PlanAsync(Guid.Parse(issued.Location!.Split('/')[^1]));
        var clauses = newer.Tasks.Select(task => (Guid?)task.PlanTaskId).ToList();
        unit.ParentPlanId.ShouldBe(newer.PlanId);
        unit.Tasks.ShouldAllBe(task => clauses.Contains(task.ParentTaskId));
        var next = await browser.GetAsync(PlanLinks.StartUnitPlan(newer.PlanId));
        var editionId = await DraftOfAsync(next.SubmitAsync(next.Form("main form[action*='handler=Edition']")));
        (await ReadDraftAsync(editionId)).Tasks.ShouldAllBe(task => clauses.Contains(task.ParentTaskId));
        (await browser.GetAsync(PlanLinks.Review(editionId))).TextOf("#summary")!.ShouldContain("Đủ nhiệm vụ được giao");
    }

    [Fact]
    public async Task Pages_OfOthers_DoNotExist()
    {
        var (parent, _) = await GiveAsync("tg-sgtvt");
        var (_, browser) = await OfficerOfAsync("tg-sgtvt");
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));
        var agencyId = await host.AgencyIdAsync("tg-sgtvt");
        var (_, sibling) = await OfficerOfAsync("tg-snnptnt");
        using var _2 = sibling;
        using var leader = await host.BrowseAsAsync((await host.CreateUserAsync(Role.Leader, "tg-sgtvt")).Email!, TestData.Password);

        foreach (var other in new[] { sibling, leader })
        {
            foreach (var address in new[] { PlanLinks.Review(draftId), PlanLinks.UnitText(draftId), PlanLinks.UnitTextFile(draftId), PlanLinks.Record(draftId), PlanLinks.StartUnitPlan(parent.PlanId, agencyId), PlanLinks.Signed(parent.PlanId) })
                (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
            (await other.GetAsync(PlanLinks.Plan(parent.PlanId))).Document.QuerySelector($"a[href='{PlanLinks.StartUnitPlan(parent.PlanId, agencyId)}']").ShouldBeNull();
        }

        using var issuer = await host.OfficerAsync();
        (await issuer.GetAsync(PlanLinks.Signed(parent.PlanId))).Status.ShouldBe(HttpStatusCode.NotFound, "its file is the document");
    }

    /// <summary>A large real plan as the parent.</summary>
    [SharedPlanFact("nghean-tinh-2024.docx")]
    public async Task Document_FromARealPlan_KeepsToTheFormatAndIsReadBack()
    {
        using var issuer = await host.OfficerAsync();
        var parent = await host.IssueAsync(issuer, await host.ImportAsync(issuer, await File.ReadAllBytesAsync(SharedPlanFactAttribute.PathOf("nghean-tinh-2024.docx"))));
        var busiest = parent.Tasks.SelectMany(t => t.Assignments).GroupBy(a => a.AgencyId).OrderByDescending(group => group.Count()).Select(group => group.Key).First(id => id != parent.OwnerAgencyId);
        var code = await host.QueryAsync(db => db.Set<Loa.Modules.Agencies.Agency>().Where(agency => agency.AgencyId == busiest).Select(agency => agency.Code).SingleAsync());
        var (_, browser) = await OfficerOfAsync(code);
        using var _1 = browser;
        var start = await browser.GetAsync(PlanLinks.StartUnitPlan(parent.PlanId));
        var draftId = await DraftOfAsync(start.SubmitAsync(Starting(start)));
        var draft = await ReadDraftAsync(draftId);

        var docx = await (await browser.GetAsync(PlanLinks.UnitTextFile(draftId))).Response.Content.ReadAsByteArrayAsync();

        if (Environment.GetEnvironmentVariable("LOA_TEST_KEEP") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "unit.docx"), docx);
        draft.Tasks.Count.ShouldBeGreaterThan(5);
        string.Join('\n', FormatChecker.Check(new MemoryStream(docx)).Deviations.Select(d => $"{d.English} {d.Excerpt}")).ShouldBe("");
        var read = UnitSamples.Read(docx);
        read.Tasks.Count.ShouldBe(draft.Tasks.Count);
        read.Purposes.Count.ShouldBe(draft.Texts.Count(text => text.Kind == PlanTextKind.Purpose));
    }

    private static byte[] Document(string reference, string lead, string coordinating) => new PlanDocx
    {
        Reference = reference,
        Tasks =
        [
            ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính", lead, coordinating, "Quý II/2024"),
            ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Văn phòng UBND tỉnh", "UBND cấp xã", "Thường xuyên"),
        ],
    }.Write();

    private async Task<(Plan Plan, Assignment Work)> GiveAsync(string agencyCode)
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, Document($"{Random.Shared.Next(1000, 9000)}/KH-UBND", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh"), $"{TestData.Unique("k")}.docx"));
        var agencyId = await host.AgencyIdAsync(agencyCode);
        return (plan, plan.Tasks.SelectMany(task => task.Assignments).First(a => a.AgencyId == agencyId));
    }

    private async Task<(User Person, TestBrowser Browser)> OfficerOfAsync(string agencyCode, string? name = null)
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, agencyCode);
        if (name is not null)
        {
            await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, name)));
            person.DisplayName = name;
        }

        return (person, await host.BrowseAsAsync(person.Email!, TestData.Password));
    }

    private async Task<string> AddTaskAsync(TestBrowser browser, Guid draftId)
    {
        var editor = await browser.GetAsync(PlanLinks.Review(draftId));
        await Redirects(editor.SubmitAsync(editor.Form("#list-nhiem-vu form[data-add]")));
        return (await ReadDraftAsync(draftId)).Tasks[^1].Id;
    }

    private static IHtmlFormElement Starting(TestPage page) => page.Form("#bat-dau");

    private static IHtmlFormElement ItemForm(TestPage page, string item) => page.Form($"#{item} form[action*='handler=Item']");

    private static async Task<Guid> DraftOfAsync(Task<TestPage> answer)
    {
        (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf("main"));
        return Guid.Parse((await answer).Location!.Split('/')[^1]);
    }

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf("main"));

    private static Task<TestPage> SendAsync(TestBrowser browser, TestPage page, string number, string date, string signer, (string Name, byte[] Content)? file = null) =>
        UploadAsync(browser, page, page.Response.RequestMessage!.RequestUri!.AbsolutePath, file, ("Number", number), ("SignedOn", date), ("SignerName", signer));

    private static async Task<TestPage> UploadAsync(TestBrowser browser, TestPage page, string address, (string Name, byte[] Content)? file, params (string Name, string Value)[] values)
    {
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("main form[enctype] input[type=hidden]").OfType<IHtmlInputElement>())
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, value) in values)
            form.Add(new StringContent(value), name);
        if (file is { } sent)
            form.Add(new ByteArrayContent(sent.Content), page.Document.QuerySelector("main input[type=file]")!.GetAttribute("name")!, sent.Name);
        return await browser.PostAsync(address, form);
    }

    private Task<PlanDraft> ReadDraftAsync(Guid id) => host.QueryAsync(async db => DraftJson.Read((await db.Set<PlanImport>().AsNoTracking().SingleAsync(import => import.PlanImportId == id)).Draft!));

    private Task<Plan> PlanAsync(Guid id) => host.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Tasks.OrderBy(t => t.Ordinal)).ThenInclude(t => t.Assignments).SingleAsync(p => p.PlanId == id));

    private Task<Assignment> AssignmentAsync(Assignment work) => host.QueryAsync(db => db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.AssignmentId == work.AssignmentId));

    private Task<PlanUptake?> UptakeAsync(Guid planId, Guid agencyId) => host.QueryAsync(db => db.Set<PlanUptake>().AsNoTracking().SingleOrDefaultAsync(row => row.PlanId == planId && row.AgencyId == agencyId));
}

public sealed class UnitPlansOnSqlite(SqliteHost host) : UnitPlanTests(host), IClassFixture<SqliteHost>;

public sealed class UnitPlansOnPostgres(PostgresHost host) : UnitPlanTests(host), IClassFixture<PostgresHost>;
