using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Nudging;

/// <summary>One message to agencies of a plan's board, each with its own values: chosen, looked at, sent.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
internal sealed class NudgingModel(LoaDbContext db, NudgeDesk desk, AgencyScope scope, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The agencies to write to; at first those that are late.</summary>
    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Also those that are not late stand to be chosen from.</summary>
    [BindProperty(Name = "tat-ca", SupportsGet = true)]
    public bool ShowAll { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi tiêu đề.")]
    [StringLength(Nudge.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string Title { get; set; } = NudgeTemplate.DefaultTitle;

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi nội dung.")]
    [StringLength(Nudge.TextMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Text { get; set; } = NudgeTemplate.DefaultText;

    /// <summary>Made with the form: pressing twice sends once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<NudgeChoice> Choices { get; private set; } = [];

    /// <summary>The message as the first of the chosen agencies would read it.</summary>
    public (string Agency, string Title, string Text)? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Chosen.Count == 0)
        {
            Chosen = [.. Choices.Where(choice => choice.Late > 0).Select(choice => choice.AgencyId)];
        }

        NewId = Guid.CreateVersion7();
        await PreviewAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!Check())
        {
            return Again();
        }

        await PreviewAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        if (await IsSentAsync())
        {
            return LocalRedirect(WorkLinks.Board(Id));
        }

        if (!Check())
        {
            return Again();
        }

        try
        {
            await desk.SendAsync(NewId, Plan, Chosen, Title.Trim(), Text.Trim().ReplaceLineEndings("\n"), HttpContext.RequestAborted);
        }
        catch (DbUpdateException problem) when (problem.IsDuplicate())
        {
            return await IsSentAsync() ? LocalRedirect(WorkLinks.Board(Id)) : NotFound();
        }

        TempData.Flash(Tone.Good, words["Đã gửi đôn đốc tới {0} cơ quan.", Formats.Number(Chosen.Count)]);
        return LocalRedirect(WorkLinks.Board(Id));
    }

    private Task<bool> IsSentAsync() => db.Set<Nudge>().AnyAsync(nudge => nudge.NudgeId == NewId && nudge.PlanId == Id && nudge.ById == user.UserId, HttpContext.RequestAborted);

    private bool Check()
    {
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError("co-quan", words["Hãy chọn ít nhất một cơ quan còn việc."]);
        }

        if ((NudgeTemplate.Unknown(Title ?? "") ?? NudgeTemplate.Unknown(Text ?? "")) is { } unknown)
        {
            ModelState.AddModelError(NudgeTemplate.Unknown(Title ?? "") is null ? nameof(Text) : nameof(Title), words["Không có chỗ điền {0}; chỉ dùng: {1}.", unknown, string.Join(", ", NudgeTemplate.All)]);
        }

        return ModelState.IsValid;
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task PreviewAsync()
    {
        if (Chosen is [var first, ..] && (await desk.ValuesAsync(Plan, [first], HttpContext.RequestAborted)).TryGetValue(first, out var values))
        {
            Preview = (values.Agency, NudgeTemplate.Fill(Title, values), NudgeTemplate.Fill(Text, values));
        }
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id && p.Status == PlanStatus.Issued, cancellation);
        if (plan is null || !await scope.CoversAsync(Permissions.PlansIssue, plan.OwnerAgencyId, cancellation))
        {
            return false;
        }

        Plan = plan;
        var all = await desk.ChoicesAsync(Id, cancellation);
        var known = all.Select(choice => choice.AgencyId).ToHashSet();
        Chosen = [.. Chosen.Distinct().Where(known.Contains)];
        Choices = [.. all.Where(choice => ShowAll || choice.Late > 0 || Chosen.Contains(choice.AgencyId))];
        return true;
    }
}
