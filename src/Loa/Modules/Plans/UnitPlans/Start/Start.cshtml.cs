using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans.Composing;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.UnitPlans.Start;

/// <summary>The first step of an agency's own plan: what is taken over from the plan that gives it work.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
internal sealed class StartModel(LoaDbContext db, UnitDrafts drafts, UnitViews views, Loa.Platform.Security.CurrentUser user, AgencyResolver resolver, IStringLocalizer words) : PageModel
{
    public const string AgencyField = "co-quan";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = AgencyField)]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public StartForm Form { get; set; } = new();

    [BindProperty]
    public List<Guid> Take { get; set; } = [];

    public Plan Plan { get; private set; } = null!;

    /// <summary>Whose plan it is to be; null while the person has to choose among several.</summary>
    public Agency? Agency { get; private set; }

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public IReadOnlyList<ParentClause> Given { get; private set; } = [];

    public LinkedPlan? Issued { get; private set; }

    public LinkedPlan? Newer { get; private set; }

    public UnitHeading Heading { get; private set; } = null!;

    public bool IsTicked(Guid id) => Take.Contains(id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Agency is null)
            return Page();
        if (await drafts.OpenAsync(Id, Agency.AgencyId, cancellation) is { } open)
            return Redirect(PlanLinks.Review(open));
        Form = StartForm.Of(Heading, Plan);
        Take = await UsualAsync(Agency, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Agency is null)
            return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var taken = new TakeOver { Bases = Take, Texts = Take, Targets = Take, Tasks = Take, Cadences = Take, Reporting = Take };
        return await StartAsync(Agency, Form.Into(UnitDraft.Of(Plan, Heading, Given, taken)), null, cancellation);
    }

    /// <summary>The next edition of a plan that was issued already; it starts with what that one says.</summary>
    public async Task<IActionResult> OnPostEditionAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Agency is null || Issued is null)
            return NotFound();
        var draft = await drafts.EditionOfAsync(Issued.PlanId, cancellation)
            ?? UnitDraft.Of(Plan, Heading, Given, new TakeOver { Tasks = [.. Given.Select(clause => clause.PlanTaskId)] });
        return await StartAsync(Agency, draft, Issued.PlanId, cancellation);
    }

    private async Task<IActionResult> StartAsync(Agency agency, PlanDraft draft, Guid? replaces, CancellationToken cancellation)
    {
        var id = await drafts.StartAsync(Id, agency, draft, replaces, cancellation);
        TempData.Flash(Tone.Good, words["Đã có bản nháp; mọi sửa đổi được tự lưu."]);
        return Redirect(PlanLinks.Review(id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var starters = drafts.Starters(Id);
        var plan = await db.Set<Plan>().AsNoTracking().AsSplitQuery()
            .Include(p => p.Bases.OrderBy(b => b.Ordinal)).Include(p => p.Texts.OrderBy(t => t.Ordinal)).Include(p => p.Targets.OrderBy(t => t.Ordinal))
            .Include(p => p.Cadences.OrderBy(c => c.Ordinal)).Include(p => p.Reporting.OrderBy(r => r.Ordinal)).FirstOrDefaultAsync(p => p.PlanId == Id, cancellation);
        // Of a plan that was withdrawn nothing is to be carried out; one with a newer edition is carried out by way of that.
        if (plan is not { Status: PlanStatus.Issued })
            return false;
        Plan = plan;
        Agency = AgencyId is { } wanted
            ? await starters.FirstOrDefaultAsync(agency => agency.AgencyId == wanted, cancellation)
            : await starters.FirstOrDefaultAsync(agency => agency.AgencyId == user.AgencyId, cancellation);
        var some = await starters.Take(UnitDrafts.AgenciesMost).ToListAsync(cancellation);
        if (some.Count == 0 || (AgencyId is not null && Agency is null))
            return false;
        Agency ??= some.Count == 1 ? some[0] : null;
        Agencies = [.. some.Select(agency => new SelectListItem(agency.Name, agency.AgencyId.ToString(), agency.AgencyId == Agency?.AgencyId))];
        if (Agency is null)
            return true;
        AgencyId = Agency.AgencyId;
        Issued = await drafts.IssuedAsync(Id, Agency.AgencyId, cancellation);
        Given = await views.GivenAsync(Id, Agency.AgencyId, cancellation);
        Heading = UnitHeading.Of(AgencyRef.Of(Agency), await AboveAsync(Agency, cancellation), Plan);
        return true;
    }

    private async Task<List<AgencyRef>> AboveAsync(Agency agency, CancellationToken cancellation) =>
        [.. (await db.Set<Agency>().AsNoTracking().Above(agency.Path).ToListAsync(cancellation)).Select(AgencyRef.Of)];

    /// <summary>Everything that is likely to concern the agency: laws and letters among the bases, other bodies' promises, and what is finished already are not.</summary>
    private async Task<List<Guid>> UsualAsync(Agency agency, CancellationToken cancellation)
    {
        var names = await resolver.ResolveAsync(Plan.Cadences.SelectMany(cadence => cadence.Agencies).Concat(Plan.Reporting.SelectMany(duty => duty.By)), Plan.OwnerAgencyId, Plan.Date, cancellation);
        bool Concerns(IReadOnlyCollection<string> bodies) => bodies.Count == 0 || bodies.Any(name => names[name].Agencies.Any(body => body.AgencyId == agency.AgencyId));
        return
        [
            .. Plan.Bases.Where(basis => basis.Kind is not null && UnitHeading.Programmes.Contains(basis.Kind)).Select(basis => basis.PlanBasisId),
            .. Plan.Texts.Select(text => text.PlanTextId),
            .. Plan.Targets.Select(target => target.TargetId),
            .. Plan.Cadences.Where(cadence => Concerns(cadence.Agencies) && !Given.Any(clause => clause.When == cadence.Text)).Select(cadence => cadence.PlanCadenceId),
            .. Plan.Reporting.Where(duty => Concerns(duty.By)).Select(duty => duty.PlanReportingId),
            .. Given.Where(clause => !clause.IsDone).Select(clause => clause.PlanTaskId),
        ];
    }
}

/// <summary>The heading and the signature, as they can be corrected before anything is written.</summary>
internal sealed class StartForm
{
    [Required(ErrorMessage = "Hãy nhập trích yếu.")]
    [StringLength(Plan.SubjectMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Subject { get; set; }

    [Required(ErrorMessage = "Hãy nhập tên cơ quan ban hành.")]
    [StringLength(Plan.IssuerMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Issuer { get; set; }

    [StringLength(Plan.IssuerMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Superior { get; set; }

    [Required(ErrorMessage = "Hãy nhập ký hiệu văn bản, ví dụ KH-UBND.")]
    [RegularExpression(@"^[^\s/]{2,40}$", ErrorMessage = "Ký hiệu viết liền, không có dấu gạch chéo, ví dụ KH-UBND.")]
    public string? Symbol { get; set; }

    [StringLength(Plan.NameMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Place { get; set; }

    [Range(2000, 2100, ErrorMessage = "Năm không đúng.")]
    public int? Year { get; set; }

    [StringLength(Plan.NameMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? SignerAuthority { get; set; }

    [StringLength(Plan.NameMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? SignerTitle { get; set; }

    [StringLength(Plan.NameMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? SignerName { get; set; }

    public static StartForm Of(UnitHeading heading, Plan parent) => new()
    {
        Subject = heading.Subject,
        Issuer = heading.Issuer,
        Superior = heading.Superior,
        Symbol = heading.Symbol,
        Place = heading.Place,
        Year = parent.Year,
        SignerAuthority = heading.Authority,
        SignerTitle = heading.Title,
    };

    public PlanDraft Into(PlanDraft draft)
    {
        var heading = draft.Heading;
        (heading.Subject, heading.Issuer, heading.ParentIssuer, heading.Reference) = (FieldText.Clean(Subject), FieldText.Clean(Issuer), Given(Superior), "/" + FieldText.Clean(Symbol));
        (heading.Place, heading.Year) = (Given(Place), Year);
        (heading.SignerAuthority, heading.SignerTitle, heading.SignerName) = (Given(SignerAuthority), Given(SignerTitle), Given(SignerName));
        heading.YearTo = heading.YearTo < heading.Year ? null : heading.YearTo;
        return draft;
    }

    private static string? Given(string? text) => FieldText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
