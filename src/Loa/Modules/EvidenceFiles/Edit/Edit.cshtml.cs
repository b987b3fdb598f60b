using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.EvidenceFiles.Edit;

internal sealed class EvidenceFileForm
{
    [Required(ErrorMessage = "Hãy ghi tên bộ chỉ số hoặc bộ tiêu chí.")]
    [StringLength(EvidenceFile.IndexMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Index { get; set; } = "";

    [Required(ErrorMessage = "Hãy ghi năm.")]
    [Range(2000, 2200, ErrorMessage = "Hãy ghi năm từ 2000 đến 2200.")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "Hãy ghi mã tiêu chí, như 1.3.2.")]
    [StringLength(EvidenceFile.CodeMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "Hãy ghi tên tiêu chí.")]
    [StringLength(EvidenceFile.TitleMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Title { get; set; } = "";

    [StringLength(EvidenceFile.NoteMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Note { get; set; }
}

internal sealed class EditModel(LoaDbContext db, EvidenceFileDesk desk, AgencyScope scope, AgencyOptions options, CurrentUser user, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public EvidenceFileForm Form { get; set; } = new();

    public IReadOnlyList<string> Indices { get; private set; } = [];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is { } id)
        {
            if (await desk.FindAsync(id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is not { } file)
            {
                return NotFound();
            }

            (Form, AgencyId, Revision) = (new EvidenceFileForm { Index = file.Index, Year = file.Year, Code = file.Code, Title = file.Title, Note = file.Note }, file.AgencyId, file.Revision);
        }
        else
        {
            (NewId, AgencyId, Form.Year) = (Guid.CreateVersion7(), user.AgencyId, calendar.VietnamToday.Year);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var file = Id is { } id ? await desk.FindAsync(id, Permissions.ActivitiesLog, cancellation) : new EvidenceFile { EvidenceFileId = NewId };
        if (file is null || file.EvidenceFileId == Guid.Empty)
        {
            return NotFound();
        }

        AgencyId = Id is null ? AgencyId ?? user.AgencyId : file.AgencyId;
        if (AgencyId is { } agencyId && !await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, cancellation))
        {
            return NotFound();
        }

        if (Id is null && await desk.FindAsync(NewId, Permissions.ActivitiesLog, cancellation) is not null)
        {
            return LocalRedirect(EvidenceFileLinks.File(NewId));
        }

        if (AgencyId is null)
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan."]);
        }

        if (ModelState.IsValid)
        {
            audit.Describe(Id is null ? "Lập hồ sơ kiểm chứng" : "Sửa hồ sơ kiểm chứng");
            file.Of(Form.Index.Trim());
            (file.Year, file.Code, file.Title, file.Note) = (Form.Year!.Value, Form.Code.Trim().TrimEnd('.'), Form.Title.Trim().TrimEnd('.'), Form.Note.OrNull());
            if (Id is null)
            {
                (file.AgencyId, file.CreatedAt, file.CreatedById) = (AgencyId!.Value, calendar.UtcNow, user.UserId);
                db.Add(file);
            }
            else
            {
                db.Entry(file).Property(f => f.Revision).OriginalValue = Revision;
            }

            if (await this.TrySaveAsync(db, words["Tiêu chí này đã có hồ sơ, hoặc người khác vừa sửa; hãy xem lại danh sách."]))
            {
                return this.Done(words["Đã lưu hồ sơ."], EvidenceFileLinks.File(file.EvidenceFileId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Indices = await desk.Visible(Permissions.ActivitiesRead).Select(file => file.Index).Distinct().OrderBy(index => index).Take(200).ToListAsync(cancellation);
        Agencies = Id is null ? await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation) : [];
    }
}
