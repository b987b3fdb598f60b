using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Assessments;
using Loa.Modules.Cadences;
using Loa.Modules.Circulations;
using Loa.Modules.Directives;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Modules.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Addresses for pages that take a parameter or answer with another status than 200, by page path.</summary>
internal static class SampleAddresses
{
    public static async Task<Dictionary<string, CatalogPage[]>> CreateAsync(LoaServer server)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var district = await db.Set<Agency>().Where(agency => agency.Level == AgencyLevel.District).OrderBy(agency => agency.Code).Select(agency => agency.Code).FirstAsync();
        var group = await db.Set<AgencyGroup>().OrderBy(g => g.SortOrder).Select(g => g.Code).FirstAsync();
        var person = await db.Set<User>().Where(user => user.Email == "vanphong@thanhgiang.example").Select(user => user.Id).SingleAsync();
        var plans = await SamplePlans.CreateAsync(scope.ServiceProvider);
        var rename = await scope.ServiceProvider.GetRequiredService<Reorganiser>().RecordAsync(AgencyChangeKind.Rename, new DateOnly(2050, 1, 1), "Quyết định số 01/QĐ-UBND", null,
            (tree, recorded) => Operations.Rename(tree, recorded, tree.Agencies.Values.Single(agency => agency.Code == district).AgencyId, "Ủy ban nhân dân huyện Mới", "UBND huyện Mới"));
        var change = rename.AgencyChangeId;
        await SampleNotifications.CreateAsync(scope.ServiceProvider);
        var (work, difficulty) = await SampleWork.CreateAsync(scope.ServiceProvider, plans.PlanId);
        var circulation = await SampleCirculations.CreateAsync(scope.ServiceProvider, plans.PlanId);
        var (unitDraft, unitPlan, free) = await SampleUnitPlans.CreateAsync(scope.ServiceProvider, plans.PlanId);
        var (coveredId, uncoveredId) = await SampleUptakes.CreateAsync(scope.ServiceProvider, plans.PlanId);
        var activity = await SampleActivities.CreateAsync(scope.ServiceProvider);
        var assessment = await SampleAssessments.CreateAsync(scope.ServiceProvider);
        var march = ActivityLinks.Month + "?thang=" + Uri.EscapeDataString("tháng 3/2026");
        var (directive, exemplar, evidenceFile) = await SampleProofs.CreateAsync(scope.ServiceProvider, activity);
        var cadences = await SampleCadences.CreateAsync(scope.ServiceProvider, plans.PlanId);
        var outlines = await SampleOutlines.CreateAsync(scope.ServiceProvider);
        var reports = await SampleReports.CreateAsync(scope.ServiceProvider, plans.PlanId);
        return new Dictionary<string, CatalogPage[]>
        {
            ["/Reports/Outlines/List/List"] = [new("outlines", ReportLinks.Outlines), new("outlines-none", $"{ReportLinks.Outlines}?trang-thai=Replaced")],
            ["/Reports/Outlines/Start/Start"] = [new("outline-start", ReportLinks.NewOutline), new("outline-start-plan", ReportLinks.OutlineOfPlan(plans.PlanId))],
            ["/Reports/Outlines/Detail/Outline"] = [new("outline-draft", ReportLinks.Outline(outlines.DraftId)), new("outline", ReportLinks.Outline(outlines.UsedId))],
            ["/Reports/Outlines/Edit/Edit"] = [new("outline-edit", ReportLinks.EditOutline(outlines.DraftId))],
            ["/Reports/Outlines/EditSection/EditSection"] = [new("outline-section-add", ReportLinks.Section(outlines.DraftId)), new("outline-section-edit", ReportLinks.Section(outlines.DraftId, outlines.SectionId))],
            ["/Reports/Outlines/EditFigure/EditFigure"] = [new("outline-figure-add", ReportLinks.OutlineFigure(outlines.DraftId)), new("outline-figure-edit", ReportLinks.OutlineFigure(outlines.DraftId, outlines.FigureId))],
            ["/Reports/List/List"] = [new("reports", ReportLinks.List), new("reports-to-send", $"{ReportLinks.List}?xem=can-gui"), new("reports-none", $"{ReportLinks.List}?tim=khong-co-gi")],
            ["/Reports/Detail/Detail"] = [new("report", ReportLinks.Report(reports.RootId)), new("report-returned", ReportLinks.Report(reports.ReturnedId)), new("report-accepted", ReportLinks.Report(reports.SentTwiceId))],
            ["/Reports/Fill/Fill"] = [new("report-fill", ReportLinks.Fill(reports.FillingId)), new("report-fill-returned", ReportLinks.Fill(reports.ReturnedId))],
            ["/Reports/Files/Files"] = [],
            ["/Reports/Offline/Offline"] = [new("report-offline", ReportLinks.Offline(reports.FillingId))],
            ["/Reports/Signed/Signed"] = [new("report-signed", ReportLinks.Signed(reports.ReturnedId))],
            ["/Reports/Figure/Figure"] = [new("report-figure", ReportLinks.Figure(reports.RootId, reports.FigureId))],
            ["/Reports/Contributions/Contributions"] = [new("report-contributions", ReportLinks.Contributions(reports.RootId, reports.SectionId))],
            ["/Reports/Versions/Versions"] = [new("report-versions", ReportLinks.Versions(reports.SentTwiceId)), new("report-versions-one", ReportLinks.Versions(reports.ReturnedId))],
            ["/Reports/Periods/Detail/Period"] = [new("report-period", ReportLinks.Period(reports.OverId)), new("report-period-open", ReportLinks.Period(reports.OpenId)), new("report-period-planned", ReportLinks.Period(reports.PlannedId))],
            ["/Reports/Periods/Add/AddReport"] = [new("report-period-add", ReportLinks.AddReport(reports.OpenId))],
            ["/Reports/Periods/Edit/EditPeriod"] = [new("report-period-edit", ReportLinks.EditPeriod(reports.OpenId)), new("report-period-edit-planned", ReportLinks.EditPeriod(reports.PlannedId))],
            ["/Reports/Board/Board"] = [new("report-board", $"{ReportLinks.Board}?loai={reports.LineId}"), new("report-board-none", $"{ReportLinks.Board}?nam=1999")],
            ["/Reports/Board/Rows/Rows"] = [new("report-board-rows", $"{ReportLinks.BoardRows}?tinh-hinh=Late"), new("report-board-rows-none", $"{ReportLinks.BoardRows}?nam=1999")],
            ["/Cadences/Mine/Mine"] = [new("cadences", CadenceLinks.Of(cadences.AgencyId)), new("cadences-none", CadenceLinks.Mine)],
            ["/Cadences/Item/Item"] = [new("cadence", CadenceLinks.Item(cadences.CadenceId, cadences.AgencyId)), new("cadence-missed", CadenceLinks.Item(cadences.CadenceId, cadences.AgencyId, cadences.Missed))],
            ["/Cadences/Define/Define"] = [new("plan-cadences", CadenceLinks.OfPlan(plans.PlanId))],
            ["/Cadences/Define/Edit/Edit"] = [new("cadence-add", CadenceLinks.Add(plans.PlanId)), new("cadence-edit", CadenceLinks.Edit(plans.PlanId, cadences.CadenceId))],
            ["/Cadences/Board/Board"] = [new("cadence-board", CadenceLinks.Board(plans.PlanId))],
            ["/Cadences/Targets/Targets"] = [new("targets", CadenceLinks.Targets(plans.PlanId))],
            ["/Cadences/Targets/Target"] = [new("target", $"{CadenceLinks.Target(plans.PlanId, cadences.TargetId)}?co-quan={cadences.AgencyId}"), new("target-measured", CadenceLinks.Target(plans.PlanId, cadences.MeasuredId))],
            ["/Activities/List/List"] = [new("activities", ActivityLinks.List), new("activities-filtered", $"{ActivityLinks.List}?trang-thai=Counted&sap-xep=-nguoi"), new("activities-none", $"{ActivityLinks.List}?tim=khong-co-gi")],
            ["/Activities/MonthView/MonthView"] = [new("activities-month", march), new("activities-month-empty", ActivityLinks.Month + "?thang=" + Uri.EscapeDataString("tháng 1/2020"))],
            ["/Activities/Pictures/Pictures"] = [new("activities-pictures", ActivityLinks.Pictures), new("activities-pictures-none", $"{ActivityLinks.Pictures}?tim=khong-co-gi")],
            ["/Activities/Timeline/Timeline"] = [new("activities-timeline", ActivityLinks.Timeline)],
            ["/Dashboards/Overview/Dashboard"] = [new("dashboard", "/thong-ke?ky=2026"), new("dashboard-agencies", "/thong-ke?ky=2026&the=co-quan"), new("dashboard-weeks", "/thong-ke?ky=2026&the=tuan"), new("dashboard-empty", "/thong-ke?ky=2020")],
            ["/Assessments/Detail/Detail"] = [new("assessment-draft", AssessmentLinks.Assessment(assessment.DraftId)), new("assessment", AssessmentLinks.Assessment(assessment.PublishedId))],
            ["/Assessments/Edit/Edit"] = [new("assessment-add", AssessmentLinks.Add), new("assessment-edit", AssessmentLinks.Edit(assessment.DraftId))],
            ["/Assessments/Criterion/Criterion"] = [new("criterion-add", AssessmentLinks.AddCriterion(assessment.DraftId)), new("criterion-edit", AssessmentLinks.Criterion(assessment.DraftId, assessment.CriterionId))],
            ["/Assessments/Agencies/Agencies"] = [new("assessment-agencies", AssessmentLinks.Agencies(assessment.DraftId))],
            ["/Assessments/Sheet/Sheet"] = [new("assessment-sheet-draft", AssessmentLinks.Agency(assessment.DraftId, assessment.AgencyId)), new("assessment-sheet", AssessmentLinks.Agency(assessment.PublishedId, assessment.AgencyId))],
            ["/Activities/Log/Log"] = [new("activity-log", ActivityLinks.Log), new("activity-log-form", ActivityLinks.LogLike(activity))],
            ["/Activities/Series/Series"] = [new("activity-series", ActivityLinks.SeriesLike(activity))],
            ["/Activities/Rules/Rules"] = [new("activity-rules", ActivityLinks.RulesOf(await db.Set<Activity>().Where(a => a.ActivityId == activity).Select(a => a.AgencyId).SingleAsync()))],
            ["/Directives/Edit/Edit"] = [new("directive-add", DirectiveLinks.New), new("directive-edit", DirectiveLinks.Edit(directive))],
            ["/Directives/Detail/Detail"] = [new("directive", DirectiveLinks.Directive(directive))],
            ["/Exemplars/Nominate/Nominate"] = [new("exemplar-add", ExemplarLinks.Nominate(activity)), new("shortcoming-add", ExemplarLinks.NewOf(ExemplarKind.Shortcoming))],
            ["/Exemplars/Detail/Detail"] = [new("exemplar", ExemplarLinks.Exemplar(exemplar))],
            ["/EvidenceFiles/Edit/Edit"] = [new("evidence-file-add", EvidenceFileLinks.New), new("evidence-file-edit", EvidenceFileLinks.Edit(evidenceFile))],
            ["/EvidenceFiles/Add/Add"] = [new("evidence-file-choose", EvidenceFileLinks.AddActivity(activity))],
            ["/EvidenceFiles/Detail/Detail"] = [new("evidence-file", EvidenceFileLinks.File(evidenceFile) + "?tim=bang")],
            ["/Activities/Detail/Detail"] = [new("activity", ActivityLinks.Activity(activity))],
            ["/Activities/Proof/Proof"] = [new("evidence", ActivityLinks.EvidenceDesk(activity))],
            ["/Activities/Proof/Show/Show"] = [new("evidence-link", ActivityLinks.EvidenceFile(activity, await SampleActivities.LinkAsync(scope.ServiceProvider, activity)))],
            ["/Activities/Keeping/Keeping"] = [new("evidence-keeping", ActivityLinks.Keeping)],
            // An answer for the script that sends files in pieces, not a page.
            ["/Activities/Proof/Pieces/Pieces"] = [],
            ["/Activities/Edit/Edit"] = [new("activity-edit", ActivityLinks.Edit(activity))],
            ["/Plans/Coverage/Coverage"] = [new("coverage", PlanLinks.Coverage(plans.PlanId)), new("coverage-tasks", PlanLinks.Coverage(plans.PlanId) + "?the=nhiem-vu")],
            ["/Plans/Coverage/Unit/Unit"] = [new("coverage-unit", PlanLinks.CoverageUnit(plans.PlanId, coveredId)), new("coverage-unit-late", PlanLinks.CoverageUnit(plans.PlanId, uncoveredId))],
            ["/Plans/Coverage/Letter/Letter"] = [new("coverage-letter", PlanLinks.CoverageLetter(plans.PlanId))],
            ["/Plans/Coverage/Declare/Declare"] = [new("coverage-declare", PlanLinks.CoverageDeclare(plans.PlanId, coveredId))],
            ["/Plans/Import/Matching/Matching"] = [new("plan-matching", PlanLinks.Matching(plans.UnitDraftId)), new("plan-matching-choose", PlanLinks.Matching(plans.UnitDraftId) + "?doi=true")],
            ["/Circulations/Send/Send"] = [new("circulation-upload", CirculationLinks.Send), new("circulation-send", CirculationLinks.SendPlan(plans.PlanId))],
            ["/Circulations/Reading/Reading"] = [new("circulation", CirculationLinks.Reading(circulation.CirculationId))],
            ["/Circulations/Follow/Follow"] = [new("circulation-follow", CirculationLinks.Follow(circulation.CirculationId))],
            ["/Circulations/People/People"] = [new("circulation-people", CirculationLinks.People(circulation.CirculationId))],
            ["/Circulations/AgencyPart/AgencyPart"] = [new("circulation-agency", CirculationLinks.Agency(circulation.CirculationId, await db.Set<CirculationDirect>().Select(d => d.AgencyId).FirstAsync()))],
            ["/Plans/Import/Review/Review"] = [new("plan-review", PlanLinks.Review(plans.DraftId)), new("plan-unreadable", PlanLinks.Review(plans.FailedId)), new("plan-reading", PlanLinks.Review(plans.ScanId)), new("unit-plan-editor", PlanLinks.Review(unitDraft))],
            ["/Plans/Import/Members/Members"] = [new("plan-members", PlanLinks.Members(plans.DraftId, plans.OpenGroupItem))],
            ["/Plans/Import/Confirm/Confirm"] = [new("plan-confirm", PlanLinks.Confirm(plans.DraftId))],
            ["/Plans/Detail/Plan"] = [new("plan", PlanLinks.Plan(plans.PlanId)), new("unit-plan", PlanLinks.Plan(unitPlan))],
            ["/Plans/Import/Upload"] = [new("plan-upload", PlanLinks.Upload), new("plan-amend", PlanLinks.Amend(plans.PlanId))],
            ["/Plans/Amend/Changes"] = [new("plan-changes", PlanLinks.Changes(plans.AmendedId))],
            ["/Tasks/Later/Later"] = [new("plan-add-agencies", PlanLinks.AddAgencies(plans.PlanId))],
            ["/Tasks/Nudging/Nudging"] = [new("work-nudge", WorkLinks.Nudge(plans.PlanId))],
            ["/Plans/UnitPlans/Start/Start"] = [new("unit-plan-start", PlanLinks.StartUnitPlan(plans.PlanId, free))],
            ["/Plans/UnitPlans/Preview/Preview"] = [new("unit-plan-text", PlanLinks.UnitText(unitDraft))],
            ["/Plans/UnitPlans/Record/Record"] = [new("unit-plan-record", PlanLinks.Record(unitDraft))],
            ["/Plans/UnitPlans/Signed/Signed"] = [new("unit-plan-signed", PlanLinks.Signed(unitPlan))],
            ["/Plans/Detail/Task"] = [new("plan-task", PlanLinks.Task(plans.PlanId, plans.TaskId))],
            ["/WorkCalendar/Year/Year"] = [new("calendar", "/lich?nam=2026"), new("calendar-computed", "/lich?nam=2027&tu=29/4/2026&so=3&don-vi=WorkingDays&gap-nghi=Next")],
            ["/WorkCalendar/Edit/Edit"] = [new("calendar-add", "/lich/sua"), new("calendar-edit", "/lich/sua?ngay=2026-09-02")],
            // By their bare address these answer as pages that do not exist, which is also how they look in earnest.
            ["/Errors/Status"] = [new("errors-status", "/trang-thai/404", 404)],
            ["/Errors/Error"] = [new("errors-error", "/loi", 404)],
            // Open only until there is an account; its own test looks at it then.
            ["/Accounts/FirstRun/FirstRun"] = [new("first-run-closed", "/khoi-tao", 404)],
            ["/Agencies/Detail/Detail"] = [new("agency", $"/co-quan/{district}")],
            ["/Agencies/Edit/Edit"] = [new("agency-edit", $"/co-quan/soan/{district}"), new("agency-add", "/co-quan/soan")],
            ["/Tasks/Split/Split"] = [new("work-split", WorkLinks.Split(await SampleSplits.CreateAsync(scope.ServiceProvider, plans.PlanId)))],
            ["/Tasks/MyWork/MyWork"] = [new("my-work", WorkLinks.MyWork), new("my-work-filtered", $"{WorkLinks.MyWork}?vai-tro=Lead")],
            ["/Tasks/Item/Item"] = [new("work-item", WorkLinks.Item(work.AssignmentId))],
            ["/Tasks/Board/Board"] = [new("work-board", WorkLinks.Board(plans.PlanId))],
            ["/Tasks/Raise/Raise"] = [new("difficulty-raise", WorkLinks.RaiseOn(work.AssignmentId))],
            ["/Tasks/Difficulties/Thread"] = [new("difficulty", WorkLinks.Difficulty(difficulty.DifficultyId))],
            ["/Agencies/Groups/Edit/GroupEdit"] = [new("group-add", AgencyLinks.EditGroup), new("group-edit", AgencyLinks.Group(group))],
            ["/Agencies/Import/Import"] = [new("agency-import", AgencyLinks.Import)],
            ["/Agencies/Tree/Tree"] = [new("agencies", AgencyLinks.Tree), new("agencies-found", $"{AgencyLinks.Tree}?q=so")],
            ["/Agencies/Changes/Change"] = [new("agency-change", AgencyLinks.Change(change))],
            ["/Agencies/Changes/Record"] = [new("agency-change-kinds", AgencyLinks.Record), new("agency-change-merge", $"{AgencyLinks.Record}?loai=Merge"), new("agency-change-split", $"{AgencyLinks.Record}?loai=Split")],
            // Without a provider there is nothing to start; its journey looks at the pages.
            ["/Accounts/SingleSignOn/Start"] = [new("single-sign-on-none", "/dang-nhap/mot-lan", 404)],
            ["/Accounts/SingleSignOn/Finish"] = [],
            ["/Accounts/People/Person/Person"] = [new("person", AccountLinks.Person(person))],
            ["/Accounts/People/Person/Edit"] = [new("person-edit", AccountLinks.EditPerson(person))],
            ["/Accounts/People/Person/Grant"] = [new("person-grant", AccountLinks.GrantTo(person))],
            ["/Accounts/People/Person/PersonStandIn"] = [new("person-stand-in", AccountLinks.PersonStandIn(person))],
            // Without its token the link leads to the page that says so.
            ["/Accounts/Accept/Accept"] = [new("invitation-gone", AccountLinks.Accept("khong-con"), 410)],
            ["/Accounts/Reset/Reset"] = [new("reset-gone", "/dat-lai-mat-khau", 410)],
            ["/Notifications/Sending/Sending"] = [new("outbox", "/thong-bao/gui"), new("outbox-empty", "/thong-bao/gui?trang-thai=da-gui")],
            ["/Notifications/Centre/Centre"] = [new("notifications", "/thong-bao"), new("notifications-empty", "/thong-bao?loai=khong-co")],
            // Answers for scripts and calendar programs, not pages.
            ["/Notifications/Feed/Feed"] = [],
            ["/Agencies/Picker/Picker"] = [],
            ["/Agencies/Export/Export"] = [],
            ["/Agencies/Tree/Branch"] = [],
        };
    }
}
