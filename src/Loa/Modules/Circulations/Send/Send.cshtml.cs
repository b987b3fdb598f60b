using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations.Send;

/// <summary>A plan, or a document just received, and who is to read it. Choosing agencies goes through the server, so it works without scripts.</summary>
[UploadLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes + (2L << 20))]
internal sealed class SendModel(
    LoaDbContext db, CirculationSender sender, CirculationReach reach, AgencyOptions options, AgencyScope scope, ReceivedFiles received, Calendar calendar, CurrentUser user, IStringLocalizer words) : PageModel
{
    public const long MaxBytes = FileStore.DefaultLimit;
    public const string FileField = "File";
    public const string WithBelow = "ca-duoi";

    /// <summary>Agencies that the page spells out; the number is always whole.</summary>
    public const int Listed = 300;

    private const int TargetsMost = 200;

    [BindProperty(Name = "keHoach", SupportsGet = true)]
    public Guid? PlanId { get; set; }

    [BindProperty(Name = "tep", SupportsGet = true)]
    public Guid? FileId { get; set; }

    [BindProperty(Name = "qua-lon", SupportsGet = true)]
    public bool TooLarge { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? Upload { get; set; }

    /// <summary>Made with the form: pressing twice sends once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    [StringLength(Circulation.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    [BindProperty]
    [StringLength(Circulation.MessageMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Message { get; set; }

    [BindProperty]
    public DateOnly? ReadBy { get; set; }

    /// <summary>What was chosen so far, see <see cref="AgencyTarget"/>.</summary>
    [BindProperty]
    public List<string> Targets { get; set; } = [];

    [BindProperty]
    public string? Target { get; set; }

    /// <summary>What is to be read, in words; null while nothing is chosen.</summary>
    public string? Subject { get; private set; }

    public Reach Reach { get; private set; } = Reach.Nobody;

    public IReadOnlyList<PickerOption> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (TooLarge)
        {
            return RefuseFile(words["Tệp lớn hơn mức cho phép ({0} MB).", MaxBytes >> 20], StatusCodes.Status413PayloadTooLarge);
        }

        if (PlanId is null && FileId is null)
        {
            return Page();
        }

        if (!await FindAsync())
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7();
        Title = Subject!.Length > Circulation.TitleMaxLength ? Subject[..Circulation.TitleMaxLength] : Subject;
        return await FormAsync();
    }

    public async Task<IActionResult> OnPostUploadAsync()
    {
        if (Upload is null)
        {
            return RefuseFile(words["Hãy chọn tệp văn bản cần quán triệt."]);
        }

        try
        {
            await using var content = Upload.OpenReadStream();
            var file = await received.KeepAsync(content, Upload.FileName, MaxBytes, "Nhận văn bản quán triệt", HttpContext.RequestAborted);
            return LocalRedirect(CirculationLinks.SendFile(file.StoredFileId));
        }
        catch (FileRefusedException refused)
        {
            return RefuseFile(refused.Refusal == FileRefusal.Empty ? words["Tệp rỗng, không có nội dung để đọc."] : words["Tệp lớn hơn mức cho phép ({0} MB).", MaxBytes >> 20]);
        }
    }

    public Task<IActionResult> OnPostPreviewAsync() => WithAsync(FormAsync);

    /// <param name="them">The chosen one alone, with everything below it, or the agencies that have work in the plan.</param>
    public Task<IActionResult> OnPostAddAsync(string? them) => WithAsync(() =>
    {
        var target = them == CirculationReach.PlanTarget ? them
            : them == WithBelow && AgencyTarget.Agency(Target ?? "") is { } root ? AgencyTarget.OfSubtree(root)
            : Target;
        if (!string.IsNullOrEmpty(target) && !Targets.Contains(target) && Targets.Count < TargetsMost)
        {
            Targets.Add(target);
        }

        ModelState.Remove(nameof(Target));
        ModelState.Remove(nameof(Targets));
        Target = null;
        return FormAsync();
    });

    public Task<IActionResult> OnPostDropAsync(string? bo) => WithAsync(() =>
    {
        Targets.Remove(bo ?? "");
        ModelState.Remove(nameof(Targets));
        return FormAsync();
    });

    public Task<IActionResult> OnPostAsync() => WithAsync(async () =>
    {
        var cancellation = HttpContext.RequestAborted;
        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        if (await db.Set<Circulation>().AnyAsync(c => c.CirculationId == NewId && c.SentById == user.UserId, cancellation))
        {
            return LocalRedirect(CirculationLinks.Follow(NewId));
        }

        if (await SenderAsync(cancellation) is not { } agencyId)
        {
            return NotFound();
        }

        Reach = await reach.ResolveAsync(Targets, agencyId, PlanId, cancellation);
        Check();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await FormAsync();
        }

        var circulation = new Circulation
        {
            CirculationId = NewId,
            AgencyId = agencyId,
            Title = Title!.Trim(),
            Message = Message.OrNull(),
            PlanId = PlanId,
            FileId = PlanId is null ? FileId : null,
            ReadBy = ReadBy,
        };
        try
        {
            await sender.SendAsync(circulation, [.. Reach.Agencies.Select(agency => agency.AgencyId)], cancellation);
        }
        catch (DbUpdateException problem) when (problem.IsDuplicate())
        {
            return await db.Set<Circulation>().AnyAsync(c => c.CirculationId == NewId && c.SentById == user.UserId, cancellation) ? LocalRedirect(CirculationLinks.Follow(NewId)) : NotFound();
        }

        TempData.Flash(Tone.Good, words["Đã gửi; người nhận được báo và văn bản đứng trong danh sách cần đọc của họ."]);
        return LocalRedirect(CirculationLinks.Follow(circulation.CirculationId));
    });

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            ModelState.AddModelError(nameof(Title), words["Hãy ghi tiêu đề."]);
        }

        if (ReadBy < calendar.VietnamToday)
        {
            ModelState.AddModelError(nameof(ReadBy), words["Hãy nhập hôm nay hoặc một ngày sau."]);
        }

        if (Reach.Agencies.Count == 0)
        {
            ModelState.AddModelError(nameof(Target), words["Hãy chọn cơ quan nhận."]);
        }
        else if (Reach.Targets.Any(target => target.Agencies == 0))
        {
            ModelState.AddModelError(nameof(Target), words["Có lựa chọn không có cơ quan nào trong phạm vi của bạn; hãy bỏ đi rồi gửi."]);
        }
    }

    private async Task<IActionResult> WithAsync(Func<Task<IActionResult>> act) => await FindAsync() ? await act() : NotFound();

    /// <summary>A plan in force, or a file that this person sent up.</summary>
    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Subject = PlanId is { } planId
            ? await db.Set<Plan>().Where(plan => plan.PlanId == planId && plan.Status == PlanStatus.Issued).Select(plan => plan.Reference == null ? plan.Subject : plan.Reference + " " + plan.Subject).FirstOrDefaultAsync(cancellation)
            : FileId is { } fileId ? (await received.FindAsync(fileId, cancellation))?.FileName : null;
        return Subject is not null && await SenderAsync(cancellation) is not null;
    }

    /// <summary>The agency one works for; for an administrator without one, the plan's owner or the top of the tree.</summary>
    private async Task<Guid?> SenderAsync(CancellationToken cancellation)
    {
        var agencyId = user.AgencyId
            ?? await db.Set<Plan>().Where(plan => plan.PlanId == PlanId).Select(plan => (Guid?)plan.OwnerAgencyId).FirstOrDefaultAsync(cancellation)
            ?? await db.Set<Agency>().Where(a => a.ParentId == null).OrderBy(a => a.Level).ThenBy(a => a.SortOrder).ThenBy(a => a.AgencyId).Select(a => (Guid?)a.AgencyId).FirstOrDefaultAsync(cancellation);
        return agencyId is { } id && await scope.CoversAsync(Permissions.PlansIssue, id, cancellation) ? id : null;
    }

    private async Task<IActionResult> FormAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Reach = Reach.Agencies.Count > 0 ? Reach : await reach.ResolveAsync(Targets, (await SenderAsync(cancellation))!.Value, PlanId, cancellation);
        Choices = await options.TargetsWithinAsync(user.Scope(Permissions.PlansIssue), cancellation);
        return Page();
    }

    private PageResult RefuseFile(string reason, int status = StatusCodes.Status400BadRequest)
    {
        ModelState.AddModelError(FileField, reason);
        Response.StatusCode = status;
        return Page();
    }
}
