using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Proof.Pieces;

/// <summary>
/// Files in pieces, for the script: <c>POST</c> begins (or finds what was broken off), <c>PATCH</c> adds a piece at its offset, <c>GET</c> says how far it is. The same permission
/// and antiforgery as every page.
/// </summary>
[RequestSizeLimit(PieceMost)]
internal sealed class PiecesModel(EvidenceDesk desk, EvidenceUploads uploads, IStringLocalizer words) : PageModel
{
    public const int PieceBytes = 2 << 20;
    public const string OffsetHeader = "Upload-Offset";
    private const int PieceMost = 16 << 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "tep", SupportsGet = true)]
    public Guid? UploadId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await MayAsync())
        {
            return NotFound();
        }

        if (UploadId is not { } uploadId)
        {
            return new JsonResult(new { piece = PieceBytes });
        }

        return await uploads.FindAsync(Id, uploadId, HttpContext.RequestAborted) is { } progress ? Answer(progress) : NotFound();
    }

    public Task<IActionResult> OnPostAsync(string? name, long length, long modified) =>
        TryAsync(async () => await uploads.BeginAsync(Id, name ?? "", length, modified, HttpContext.RequestAborted));

    public async Task<IActionResult> OnPatchAsync() =>
        UploadId is { } uploadId && long.TryParse(Request.Headers[OffsetHeader], out var offset)
            ? await TryAsync(() => uploads.AppendAsync(Id, uploadId, offset, Request.Body, HttpContext.RequestAborted))
            : NotFound();

    private async Task<IActionResult> TryAsync(Func<Task<UploadProgress?>> act)
    {
        if (!await MayAsync())
        {
            return NotFound();
        }

        try
        {
            return await act() is { } progress ? Answer(progress) : NotFound();
        }
        catch (EvidenceRefusedException refused)
        {
            var status = refused.Refusal == EvidenceRefusal.NoSpace ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status422UnprocessableEntity;
            return new JsonResult(new { message = refused.Say(words) }) { StatusCode = status };
        }
    }

    private JsonResult Answer(UploadProgress progress) => new(new
    {
        id = progress.Id,
        offset = progress.Offset,
        done = progress.Done,
        piece = PieceBytes,
        message = progress.Added is { } added ? EvidenceWords.Taken(words, added) : null,
    });

    private async Task<bool> MayAsync() => await desk.FindActivityAsync(Id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is not null;
}
