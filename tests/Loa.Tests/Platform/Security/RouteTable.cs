using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Cadences;
using Loa.Modules.Circulations;
using Loa.Modules.Directives;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Modules.Tasks;

namespace Loa.Tests.Platform.Security;

/// <summary>
/// Who may open what. A new page needs one line here. Without <c>Row</c> the address belongs to no agency; with it, the test makes the row
/// for the person's own agency, its parent, a sibling, one below and a stranger, and asks for each of them.
/// </summary>
/// <param name="Route">As the page declares it.</param>
/// <param name="Who">Roles, and "anonymous" where no sign-in is asked for.</param>
/// <param name="Where">Relations in which the row may be opened by a role granted on the person's agency.</param>
/// <param name="Row">Makes the row for an agency and gives the address.</param>
internal sealed record RouteRow(string Route, string Who, string Where = RouteTable.Everywhere, Func<RouteSamples, Agency, Task<string>>? Row = null);

internal static class RouteTable
{
    public const string Everywhere = "own below parent sibling stranger";

    /// <summary>A role holds on its agency and everything below.</summary>
    private const string Subtree = "own below";

    private const string SignedIn = "Administrator ProgrammeOfficer UnitOfficer Leader Editor ProcedureController";
    private const string Anyone = "anonymous " + SignedIn;
    private const string Officers = "Administrator ProgrammeOfficer";

    /// <summary>Also the officer of a unit, who draws up the unit's own plan.</summary>
    private const string Planners = "Administrator ProgrammeOfficer UnitOfficer";
    private const string Doers = "Administrator ProgrammeOfficer UnitOfficer Editor ProcedureController";
    private const string Confirmers = "Administrator ProgrammeOfficer UnitOfficer Leader";
    private const string Administrators = "Administrator";

    public static readonly IReadOnlyList<RouteRow> Rows =
    [
        new("/", SignedIn),
        new("/healthz", Anyone),
        new("/dang-nhap", Anyone),
        new("/dang-nhap/ma", Anyone),
        new("/dang-nhap/mot-lan", Anyone),
        new("/dang-nhap/mot-lan/xong", Anyone),
        new("/quen-mat-khau", Anyone),
        new("/dat-lai-mat-khau", Anyone),
        new("/loi-moi/{token}", Anyone),
        new("/khoi-tao", Anyone),
        new("/ngon-ngu", Anyone),
        new("/loi", Anyone),
        new("/trang-thai/{code:int}", Anyone),
        new("/giao-dien", Anyone),
        new("/dang-xuat", SignedIn),

        new("/tai-khoan", SignedIn),
        new("/tai-khoan/mat-khau", SignedIn),
        new("/tai-khoan/co-quan", SignedIn),
        new("/tai-khoan/hai-lop", SignedIn),
        new("/tai-khoan/khoa-truy-cap", SignedIn),
        new("/tai-khoan/phien", SignedIn),
        new("/tai-khoan/lam-thay", SignedIn),
        new("/tai-khoan/bo-loc", SignedIn),
        new("/nguoi-dung", Administrators),
        new("/nguoi-dung/them", Administrators),
        new("/nguoi-dung/moi", Administrators),
        new("/nguoi-dung/loi-moi", Administrators),
        // Its page lets in only whoever administers the whole system.
        new("/nguoi-dung/hai-lop", Administrators),
        new("/nguoi-dung/{id:guid}", Administrators, Subtree, async (samples, agency) => AccountLinks.Person(await samples.PersonAsync(agency))),
        new("/nguoi-dung/{id:guid}/sua", Administrators, Subtree, async (samples, agency) => AccountLinks.EditPerson(await samples.PersonAsync(agency))),
        new("/nguoi-dung/{id:guid}/vai-tro", Administrators, Subtree, async (samples, agency) => AccountLinks.GrantTo(await samples.PersonAsync(agency))),
        new("/nguoi-dung/{id:guid}/lam-thay", Administrators, Subtree, async (samples, agency) => AccountLinks.PersonStandIn(await samples.PersonAsync(agency))),
        new("/thong-bao", SignedIn),
        // Only with the administration of the whole system.
        new("/thong-bao/gui", Administrators),
        new("/tai-khoan/thong-bao", SignedIn),
        new("/tai-khoan/lich", SignedIn),
        new("/lich", SignedIn),
        new("/lich/sua", Administrators),
        new("/lich/{secret}.ics", Anyone),

        new("/co-quan", SignedIn),
        new("/co-quan/chon", SignedIn),
        new("/co-quan/nhom", SignedIn),
        // Its page lets in only whoever keeps the whole tree.
        new("/co-quan/nhom/soan/{code?}", Officers),
        new("/co-quan/nhap", Officers),
        new("/co-quan/xuat", SignedIn),
        new("/co-quan/{code}", SignedIn, Everywhere, (_, agency) => Task.FromResult(AgencyLinks.Detail(agency.Code))),
        new("/co-quan/soan/{code?}", Officers, Subtree, (_, agency) => Task.FromResult(AgencyLinks.Edit(agency.Code))),

        new("/co-quan/sap-xep", Officers),
        new("/co-quan/sap-xep/ghi", Officers),
        new("/co-quan/sap-xep/{id:guid}", Officers, Everywhere, async (samples, agency) => AgencyLinks.Change(await samples.ReorganisationAsync(agency))),

        new("/viec", SignedIn),
        new("/viec/gia-han", Planners),
        new("/viec/{id:guid}", SignedIn, Subtree, async (samples, agency) => WorkLinks.Item(await samples.WorkAsync(agency))),
        new("/viec/{id:guid}/phan-cong", SignedIn, Subtree, async (samples, agency) => WorkLinks.Split(await samples.WorkAsync(agency))),
        new("/kho-khan", SignedIn),
        new("/kho-khan/neu", Doers),
        new("/kho-khan/{id:guid}", SignedIn, Subtree, async (samples, agency) => WorkLinks.Difficulty(await samples.DifficultyAsync(agency))),
        new("/ke-hoach/{id:guid}/bang", SignedIn, Everywhere, async (samples, agency) => WorkLinks.Board((await samples.PlanAsync(agency)).PlanId)),

        new("/ke-hoach/{id:guid}/don-doc", Planners, Subtree, async (samples, agency) => WorkLinks.Nudge((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/giao-them", Planners, Subtree, async (samples, agency) => PlanLinks.AddAgencies((await samples.PlanAsync(agency)).PlanId)),
        new("/hoat-dong", SignedIn),
        new("/hoat-dong/ghi", Doers),
        new("/hoat-dong/lich", SignedIn),
        new("/hoat-dong/dong-thoi-gian", SignedIn),
        new("/hoat-dong/anh", SignedIn),
        new("/thong-ke", SignedIn),
        new("/bao-cao/de-cuong", Planners),
        new("/bao-cao/de-cuong/soan", Planners),
        new("/bao-cao/de-cuong/{id:guid}", SignedIn, Subtree, async (samples, agency) => ReportLinks.Outline(await samples.OutlineAsync(agency))),
        new("/bao-cao/de-cuong/{id:guid}/sua", Planners, Subtree, async (samples, agency) => ReportLinks.EditOutline(await samples.OutlineDraftAsync(agency))),
        new("/bao-cao/de-cuong/{id:guid}/muc/{sectionId:guid?}", Planners, Subtree, async (samples, agency) => ReportLinks.Section(await samples.OutlineDraftAsync(agency))),
        new("/bao-cao/de-cuong/{id:guid}/so-lieu/{figureId:guid?}", Planners, Subtree, async (samples, agency) => ReportLinks.OutlineFigure(await samples.OutlineDraftAsync(agency))),

        new("/danh-gia", SignedIn),
        new("/danh-gia/soan/{id:guid?}", Planners, Subtree, async (samples, agency) => AssessmentLinks.Edit((await samples.AssessmentAsync(agency)).AssessmentId)),
        new("/danh-gia/{id:guid}", SignedIn, Subtree, async (samples, agency) => AssessmentLinks.Assessment(await samples.PublishedAssessmentAsync(agency))),
        new("/danh-gia/{id:guid}/tieu-chi/{criterionId:guid?}", Planners, Subtree, async (samples, agency) => AssessmentLinks.AddCriterion((await samples.AssessmentAsync(agency)).AssessmentId)),
        new("/danh-gia/{id:guid}/co-quan", Planners, Subtree, async (samples, agency) => AssessmentLinks.Agencies((await samples.AssessmentAsync(agency)).AssessmentId)),
        new("/danh-gia/{id:guid}/co-quan/{agencyId:guid}", SignedIn, Subtree, async (samples, agency) => AssessmentLinks.Agency(await samples.PublishedAssessmentAsync(agency), agency.AgencyId)),
        new("/hoat-dong/ghi-loat", Doers, Subtree, async (samples, agency) => ActivityLinks.SeriesLike(await samples.ActivityAsync(agency))),
        new("/hoat-dong/nhap", Doers),
        new("/hoat-dong/cho-xac-nhan", Confirmers),
        new("/hoat-dong/quy-dinh", Planners),
        // Only with the administration of the whole system.
        new("/hoat-dong/hinh-thuc", Administrators),
        new("/hoat-dong/{id:guid}", SignedIn, Subtree, async (samples, agency) => ActivityLinks.Activity(await samples.ActivityAsync(agency))),
        new("/hoat-dong/{id:guid}/sua", Doers, Subtree, async (samples, agency) => ActivityLinks.Edit(await samples.ActivityAsync(agency))),
        new("/dinh-muc", SignedIn),
        new("/dinh-muc/{id:guid}", SignedIn, Subtree, async (samples, agency) => CadenceLinks.Item(await samples.CadenceAsync(agency), agency.AgencyId)),
        new("/ke-hoach/{id:guid}/dinh-muc", SignedIn, Everywhere, async (samples, agency) => CadenceLinks.OfPlan((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/dinh-muc/soan/{cadenceId:guid?}", Planners, Subtree, async (samples, agency) => CadenceLinks.Add((await samples.PlanAsync(agency)).PlanId)),
        // Its rows are those of the person's own part of the tree, as those of the targets are.
        new("/ke-hoach/{id:guid}/dinh-muc/theo-doi", SignedIn, Everywhere, async (samples, agency) => CadenceLinks.Board((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/chi-tieu", SignedIn, Everywhere, async (samples, agency) => CadenceLinks.Targets((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/chi-tieu/{targetId:guid}", SignedIn, Everywhere, async (samples, agency) => CadenceLinks.Target((await samples.PlanAsync(agency)).PlanId, await samples.TargetAsync(agency))),
        new("/hoat-dong/{id:guid}/minh-chung", SignedIn, Subtree, async (samples, agency) => ActivityLinks.EvidenceDesk(await samples.ActivityAsync(agency))),
        new("/hoat-dong/{id:guid}/minh-chung/tai-len", Doers, Subtree, async (samples, agency) => ActivityLinks.EvidencePieces(await samples.ActivityAsync(agency))),
        new("/hoat-dong/{id:guid}/minh-chung/{evidenceId:guid}", SignedIn, Subtree, async (samples, agency) => ActivityLinks.EvidenceFile(await samples.ActivityAsync(agency), await samples.EvidenceAsync(agency))),
        // Only with the administration of the whole system.
        new("/quan-tri/luu-giu", Administrators),
        new("/bao-cao", SignedIn),
        // Their rows are those of the person's own part of the tree.
        new("/bao-cao/theo-doi", SignedIn),
        new("/bao-cao/theo-doi/bao-cao", SignedIn),
        new("/bao-cao/ky", Planners),
        new("/bao-cao/ky/mo", Planners),
        new("/bao-cao/ky/{id:guid}", Planners, Subtree, async (samples, agency) => ReportLinks.Period((await samples.PeriodAsync(agency)).ReportingPeriodId)),
        new("/bao-cao/ky/{id:guid}/them-co-quan", Planners, Subtree, async (samples, agency) => ReportLinks.AddReport((await samples.PeriodAsync(agency)).ReportingPeriodId)),
        new("/bao-cao/ky/{id:guid}/sua", Planners, Subtree, async (samples, agency) => ReportLinks.EditPeriod((await samples.PeriodAsync(agency)).ReportingPeriodId)),
        new("/bao-cao/{id:guid}", SignedIn, Subtree, async (samples, agency) => ReportLinks.Report((await samples.ReportAsync(agency)).ReportId)),
        new("/bao-cao/{id:guid}/dien", Planners, Subtree, async (samples, agency) => ReportLinks.Fill((await samples.ReportAsync(agency)).ReportId)),
        new("/bao-cao/{id:guid}/tep", SignedIn, Subtree, async (samples, agency) => ReportLinks.File((await samples.ReportAsync(agency)).ReportId, "csv")),
        new("/bao-cao/{id:guid}/ngoai-tuyen", Planners, Subtree, async (samples, agency) => ReportLinks.Offline((await samples.ReportAsync(agency)).ReportId)),
        new("/bao-cao/{id:guid}/ban-ky", Planners, Subtree, async (samples, agency) => ReportLinks.Signed((await samples.ReportAsync(agency)).ReportId)),
        new("/bao-cao/{id:guid}/cac-lan-gui", SignedIn, Subtree, async (samples, agency) => ReportLinks.Versions((await samples.ReportAsync(agency)).ReportId)),
        new("/bao-cao/{id:guid}/so-lieu/{figureId:guid}", SignedIn, Subtree, async (samples, agency) => await samples.ReportAsync(agency) is var report ? ReportLinks.Figure(report.ReportId, report.FigureId) : ""),
        new("/bao-cao/{id:guid}/dong-gop/{sectionId:guid}", SignedIn, Subtree, async (samples, agency) => await samples.ReportAsync(agency) is var report ? ReportLinks.Contributions(report.ReportId, report.SectionId) : ""),
        new("/van-ban", SignedIn),
        new("/van-ban/ghi/{id:guid?}", Doers, Subtree, async (samples, agency) => DirectiveLinks.Edit(await samples.DirectiveAsync(agency))),
        new("/van-ban/{id:guid}", SignedIn, Subtree, async (samples, agency) => DirectiveLinks.Directive(await samples.DirectiveAsync(agency))),
        new("/dien-hinh", SignedIn),
        new("/dien-hinh/gioi-thieu/{id:guid?}", Doers, Subtree, async (samples, agency) => ExemplarLinks.Edit(await samples.ShortcomingAsync(agency))),
        new("/dien-hinh/{id:guid}", SignedIn, Subtree, async (samples, agency) => ExemplarLinks.Exemplar(await samples.ShortcomingAsync(agency))),
        new("/ho-so", SignedIn),
        new("/ho-so/lap/{id:guid?}", Doers, Subtree, async (samples, agency) => EvidenceFileLinks.Edit(await samples.EvidenceFileAsync(agency))),
        new("/ho-so/them", Doers, Subtree, async (samples, agency) => EvidenceFileLinks.AddActivity(await samples.ActivityAsync(agency))),
        new("/ho-so/{id:guid}", SignedIn, Subtree, async (samples, agency) => EvidenceFileLinks.File(await samples.EvidenceFileAsync(agency))),
        new("/quan-triet", SignedIn),
        new("/quan-triet/gui", Planners),
        new("/quan-triet/theo-doi", SignedIn),
        new("/quan-triet/{id:guid}", SignedIn, Subtree, async (samples, agency) => CirculationLinks.Reading(await samples.CirculationAsync(agency))),
        new("/quan-triet/{id:guid}/theo-doi", SignedIn, Subtree, async (samples, agency) => CirculationLinks.Follow(await samples.CirculationAsync(agency))),
        new("/quan-triet/{id:guid}/nguoi", SignedIn, Subtree, async (samples, agency) => CirculationLinks.People(await samples.CirculationAsync(agency))),
        new("/quan-triet/{id:guid}/co-quan/{agencyId:guid}", SignedIn, Subtree, async (samples, agency) => CirculationLinks.Agency(await samples.CirculationAsync(agency), agency.AgencyId)),

        new("/ke-hoach", SignedIn),
        new("/ke-hoach/nhap", Planners),
        new("/ke-hoach/nhap/{id:guid}", Planners, Subtree, async (samples, agency) => PlanLinks.Review(await samples.DraftAsync(agency))),
        new("/ke-hoach/nhap/{id:guid}/xac-nhan", Planners, Subtree, async (samples, agency) => PlanLinks.Confirm(await samples.DraftAsync(agency))),
        new("/ke-hoach/nhap/{id:guid}/thanh-phan/{item}", Planners, Subtree, async (samples, agency) => PlanLinks.Members(await samples.DraftAsync(agency), await samples.OpenItemAsync(agency))),
        new("/ke-hoach/{id:guid}/ke-hoach-don-vi", Planners, Subtree, async (samples, agency) => PlanLinks.StartUnitPlan(await samples.GivenPlanAsync(agency), agency.AgencyId)),
        new("/ke-hoach/nhap/{id:guid}/van-ban", Planners, Subtree, async (samples, agency) => PlanLinks.UnitText(await samples.UnitDraftAsync(agency))),
        new("/ke-hoach/nhap/{id:guid}/ban-hanh", Planners, Subtree, async (samples, agency) => PlanLinks.Record(await samples.UnitDraftAsync(agency))),
        new("/ke-hoach/{id:guid}/ban-ky", Planners, Subtree, async (samples, agency) => PlanLinks.Signed(await samples.UnitPlanAsync(agency))),
        new("/ke-hoach/nhap/{id:guid}/doi-chieu", Planners, Subtree, async (samples, agency) => PlanLinks.Matching(await samples.DraftAsync(agency))),
        // Its rows are those of the person's own part of the tree.
        new("/ke-hoach/{id:guid}/phu", SignedIn, Everywhere, async (samples, agency) => PlanLinks.Coverage((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/phu/cong-van", Planners, Subtree, async (samples, agency) => PlanLinks.CoverageLetter((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/phu/{agencyId:guid}", SignedIn, Subtree, async (samples, agency) => PlanLinks.CoverageUnit(await samples.UptakeAsync(agency), agency.AgencyId)),
        new("/ke-hoach/{id:guid}/khai-bao/{agencyId:guid?}", Planners, Subtree, async (samples, agency) => PlanLinks.CoverageDeclare(await samples.UptakeAsync(agency), agency.AgencyId)),
        new("/ke-hoach/{id:guid}", SignedIn, Everywhere, async (samples, agency) => PlanLinks.Plan((await samples.PlanAsync(agency)).PlanId)),
        new("/ke-hoach/{id:guid}/thay-doi", SignedIn, Everywhere, async (samples, agency) => PlanLinks.Changes(await samples.AmendedPlanAsync(agency))),
        new("/ke-hoach/{id:guid}/nhiem-vu/{taskId:guid}", SignedIn, Everywhere, async (samples, agency) =>
        {
            var plan = await samples.PlanAsync(agency);
            return PlanLinks.Task(plan.PlanId, plan.Tasks[0].PlanTaskId);
        }),
    ];
}
