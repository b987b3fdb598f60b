using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Loa.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Proof;

/// <summary>Where evidence is added and changed by plain forms; it answers on the activity's page, or here where something is to be mended.</summary>
[UploadLimit(FileStore.DefaultLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = FileStore.DefaultLimit + (2L << 20))]
internal sealed class ProofModel(LoaDbContext db, EvidenceDesk desk, EvidenceUploads uploads, LoaSettings settings, IStringLocalizer words) : PageModel
{
    public const string FilesField = "Files";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "qua-lon", SupportsGet = true)]
    public bool TooLarge { get; set; }

    [BindProperty]
    public Guid EvidenceId { get; set; }

    [BindProperty(Name = FilesField)]
    public List<IFormFile> Uploads { get; set; } = [];

    [BindProperty]
    [StringLength(Evidence.UrlMaxLength, ErrorMessage = "Địa chỉ quá dài.")]
    public string? Link { get; set; }

    [BindProperty]
    [StringLength(Evidence.CaptionMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Caption { get; set; }

    public Activity Activity { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync(Permissions.ActivitiesRead))
        {
            return NotFound();
        }

        if (TooLarge)
        {
            ModelState.AddModelError("", words["Các tệp gửi cùng lúc lớn hơn {0} MB. Hãy gửi từng tệp, hoặc dùng trình duyệt có bật JavaScript để gửi tệp đến {1} MB.", FileStore.DefaultLimit >> 20, Evidence.FileMost >> 20]);
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync()
    {
        if (!await FindAsync(Permissions.ActivitiesLog))
        {
            return NotFound();
        }

        if (Uploads.Count == 0)
        {
            ModelState.AddModelError(FilesField, words["Hãy chọn tệp cần gửi."]);
        }

        var said = new List<string>();
        foreach (var upload in Uploads)
        {
            try
            {
                said.Add(EvidenceWords.Taken(words, await TakeAsync(upload)));
            }
            catch (EvidenceRefusedException refused)
            {
                db.ChangeTracker.Clear();
                ModelState.AddModelError(FilesField, refused.Say(words));
            }
        }

        if (!ModelState.IsValid)
        {
            said.ForEach(line => TempData.Flash(Tone.Good, line));
            return await this.AgainAsync(db, () => FindAsync(Permissions.ActivitiesRead));
        }

        return this.Done(string.Join(' ', said), ActivityLinks.Evidence(Id));
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (!await FindAsync(Permissions.ActivitiesLog))
        {
            return NotFound();
        }

        if (WebPages.Address(Link) is not { } address || address.AbsoluteUri.Length > Evidence.UrlMaxLength)
        {
            ModelState.AddModelError(nameof(Link), words["Hãy dán địa chỉ đầy đủ, bắt đầu bằng http:// hoặc https://."]);
            return await this.AgainAsync(db, () => FindAsync(Permissions.ActivitiesRead));
        }

        if (await desk.FindAsync(Id, EvidenceId, HttpContext.RequestAborted) is not null)
        {
            return LocalRedirect(ActivityLinks.Evidence(Id));
        }

        if (ModelState.IsValid)
        {
            try
            {
                await desk.AddLinkAsync(Id, EvidenceId == Guid.Empty ? Guid.CreateVersion7() : EvidenceId, address, Caption, HttpContext.RequestAborted);
                if (await this.TrySaveAsync(db, words["Liên kết này vừa được thêm ở một cửa sổ khác."]))
                {
                    return this.Done(words["Đã thêm liên kết; tên trang và nội dung được ghi lại trong giây lát."], ActivityLinks.Evidence(Id));
                }
            }
            catch (EvidenceRefusedException refused)
            {
                ModelState.AddModelError(nameof(Link), refused.Say(words));
            }
        }

        return await this.AgainAsync(db, () => FindAsync(Permissions.ActivitiesRead));
    }

    public Task<IActionResult> OnPostCaptionAsync() => ActAsync(isRemoved: false, words["Đã lưu chú thích."], evidence =>
    {
        desk.Caption(evidence, Caption);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostUpAsync() => ActAsync(isRemoved: false, words["Đã đổi thứ tự."], evidence => desk.MoveAsync(evidence, up: true, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostDownAsync() => ActAsync(isRemoved: false, words["Đã đổi thứ tự."], evidence => desk.MoveAsync(evidence, up: false, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostRemoveAsync() => ActAsync(isRemoved: false, words["Đã bỏ minh chứng; có thể lấy lại ở mục “Đã bỏ” bên dưới."], evidence =>
    {
        desk.Remove(evidence);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostPutBackAsync() => ActAsync(isRemoved: true, words["Đã lấy lại minh chứng."], evidence =>
    {
        desk.PutBack(evidence);
        return Task.CompletedTask;
    });

    /// <summary>An upload that was broken off and is not wanted any more.</summary>
    public async Task<IActionResult> OnPostDropAsync()
    {
        if (!await FindAsync(Permissions.ActivitiesLog))
        {
            return NotFound();
        }

        await uploads.DropAsync(Id, EvidenceId, HttpContext.RequestAborted);
        return this.Done(words["Đã bỏ tệp gửi dở."], ActivityLinks.Evidence(Id));
    }

    private async Task<IActionResult> ActAsync(bool isRemoved, string said, Func<Evidence, Task> act)
    {
        if (!await FindAsync(Permissions.ActivitiesLog) || await desk.FindAsync(Id, EvidenceId, HttpContext.RequestAborted) is not { } evidence || (evidence.RemovedAt is not null) != isRemoved)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await act(evidence);
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa minh chứng này; dưới đây là bản mới nhất."]))
            {
                return this.Done(said, ActivityLinks.Evidence(Id));
            }
        }

        return await this.AgainAsync(db, () => FindAsync(Permissions.ActivitiesRead));
    }

    private async Task<AddedFile> TakeAsync(IFormFile upload)
    {
        var path = Path.Combine(UploadParts.FolderOf(settings), Guid.CreateVersion7().ToString("N") + UploadParts.Bare);
        try
        {
            await using (var file = System.IO.File.Create(path))
            {
                await upload.CopyToAsync(file, HttpContext.RequestAborted);
            }

            var added = await desk.AddFileAsync(Id, Guid.CreateVersion7(), path, upload.FileName, HttpContext.RequestAborted);
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return added;
        }
        catch (Exception problem) when (DiskSpace.IsFull(problem))
        {
            throw new EvidenceRefusedException(EvidenceRefusal.NoSpace, SafeFileName.From(upload.FileName), problem);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task<bool> FindAsync(string permission)
    {
        if (await desk.FindActivityAsync(Id, permission, HttpContext.RequestAborted) is not { } activity)
        {
            return false;
        }

        Activity = activity;
        return true;
    }
}
