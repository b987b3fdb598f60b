using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Difficulties;

internal sealed class ThreadModel(LoaDbContext db, DifficultyDesk desk, AgencyScope scope, AgencyOptions agencies, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? ToAgencyId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public Difficulty Difficulty { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Agencies { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Of the agency that has to answer.</summary>
    public bool MayAnswer { get; private set; }

    /// <summary>Of the agency that raised it: content, or not.</summary>
    public bool MayClose { get; private set; }

    public IReadOnlyList<PickerOption> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync() => ActAsync(DifficultyStepKind.Answered, () => MayAnswer, () => Difficulty.WithAgencyId, words["Hãy ghi câu trả lời."]);

    public Task<IActionResult> OnPostPassOnAsync() => ActAsync(DifficultyStepKind.PassedOn, () => MayAnswer, () => Difficulty.WithAgencyId, words["Hãy ghi vì sao chuyển."]);

    public Task<IActionResult> OnPostReopenAsync() => ActAsync(DifficultyStepKind.Reopened, () => MayClose, () => Difficulty.RaisedByAgencyId, words["Hãy ghi điều gì chưa được giải quyết."]);

    public Task<IActionResult> OnPostCloseAsync() => ActAsync(DifficultyStepKind.Closed, () => MayClose, () => Difficulty.RaisedByAgencyId, null);

    private async Task<IActionResult> ActAsync(DifficultyStepKind kind, Func<bool> may, Func<Guid> asAgency, string? wanted)
    {
        if (!await LoadAsync() || !may())
        {
            return NotFound();
        }

        var text = Text?.Trim() ?? "";
        if ((text.Length == 0 && wanted is not null) || text.Length > Difficulty.TextMaxLength)
        {
            ModelState.AddModelError(nameof(Text), text.Length == 0 ? wanted! : words["Nội dung quá dài."]);
        }

        if (kind == DifficultyStepKind.PassedOn && (ToAgencyId is not { } to || to == Difficulty.WithAgencyId || !await db.Set<Agency>().AnyAsync(agency => agency.AgencyId == to, HttpContext.RequestAborted)))
        {
            ModelState.AddModelError(nameof(ToAgencyId), words["Hãy chọn cơ quan khác để chuyển tới."]);
        }

        if (ModelState.IsValid)
        {
            var difficulty = await db.Set<Difficulty>().SingleAsync(d => d.DifficultyId == Id, HttpContext.RequestAborted);
            db.Entry(difficulty).Property(d => d.Revision).OriginalValue = Revision;
            db.Entry(difficulty).State = EntityState.Modified;
            await desk.AnswerAsync(difficulty, kind, asAgency(), text.Length == 0 ? words[WorkWords.Of(kind)] : text, kind == DifficultyStepKind.PassedOn ? ToAgencyId : null, HttpContext.RequestAborted);
            if (await this.TrySaveAsync(db, words["Người khác vừa trả lời. Hãy xem lại bên dưới."]))
            {
                return this.Done(words["Đã ghi và báo cho cơ quan liên quan."], WorkLinks.Difficulty(Id));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var difficulty = await desk.Visible().AsNoTracking().Include(d => d.Steps).FirstOrDefaultAsync(d => d.DifficultyId == Id, cancellation);
        if (difficulty is null)
        {
            return false;
        }

        Difficulty = difficulty;
        Plan = await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.PlanId == difficulty.PlanId, cancellation);
        var bodies = difficulty.Steps.SelectMany(step => new[] { step.AgencyId, step.ToAgencyId ?? step.AgencyId }).Append(difficulty.RaisedByAgencyId).Append(difficulty.WithAgencyId).Distinct().ToList();
        Agencies = await db.Set<Agency>().Where(agency => bodies.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellation);
        var people = difficulty.Steps.Select(step => step.ById).Append(difficulty.RaisedById).Distinct().ToList();
        People = await db.Set<User>().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        MayAnswer = difficulty.State == DifficultyState.Open && await scope.CoversAsync(Permissions.WorkDo, difficulty.WithAgencyId, cancellation);
        MayClose = difficulty.State != DifficultyState.Closed && difficulty.Steps.Count > 0 && await scope.CoversAsync(Permissions.WorkDo, difficulty.RaisedByAgencyId, cancellation);
        Choices = MayAnswer ? await agencies.WithinAsync(AccessScope.Everything, cancellation) : [];
        return true;
    }
}
