using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Modules.Plans.UnitPlans.Composing;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.UnitPlans.Record;

/// <summary>The signed plan comes back: its number, its date, who signed it, the document itself. With that it is issued.</summary>
[UploadLimit(64L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 66L << 20)]
internal sealed partial class RecordModel(PlanImports imports, UnitIssue issue, UnitViews views, AgencyScope scope, Loa.Platform.Calendar calendar, ReadingLimits limits, IStringLocalizer words) : PageModel
{
    public const string FileField = "SignedFile";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    [StringLength(Plan.NameMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? SignerName { get; set; }

    [BindProperty(Name = FileField)]
    public IFormFile? SignedFile { get; set; }

    /// <summary>A signed file that was received while something else had to be corrected.</summary>
    [BindProperty]
    public Guid? KeptFileId { get; set; }

    /// <summary>The revision of the draft that the page showed: a later edit must be seen before it is issued.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty(SupportsGet = true, Name = "qua-lon")]
    public bool TooLarge { get; set; }

    public PlanImport Import { get; private set; } = null!;

    public PlanDraft Draft { get; private set; } = null!;

    public UnitView Unit { get; private set; } = null!;

    public IssuePreview Preview { get; private set; } = null!;

    public IReadOnlyList<UnitGap> Gaps { get; private set; } = [];

    public StoredFile? Kept { get; private set; }

    public long MaxBytes => limits.UploadBytes;

    public string? Symbol => UnitPlanDocument.Numbered(Draft.Heading.Reference).Symbol;

    private UnitDays _days = null!;

    private bool _ownNameResolves;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } away)
            return away;
        SignerName = Draft.Heading.SignerName;
        if (!TooLarge)
            return Page();
        ModelState.AddModelError(FileField, TooLargeMessage());
        Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } away)
            return away;
        if (!await scope.CoversAsync(Permissions.PlansIssue, Import.OwnerAgencyId, cancellation))
            return NotFound();
        await KeepAsync(cancellation);
        var reference = Reference();
        Check();
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        if (Import.Revision != Revision)
        {
            ModelState.AddModelError("", words["Bản nháp vừa được sửa sau khi trang này mở ra; hãy xem lại rồi ban hành."]);
            return Again(StatusCodes.Status409Conflict);
        }

        var draft = DraftJson.Read(Import.Draft!);
        (draft.Heading.Reference, draft.Heading.Date, draft.Heading.SignerName) = (reference, SignedOn, FieldText.Clean(SignerName));
        if (await issue.IssueAsync(Import, draft, Kept, cancellation) is not { } plan)
            return Redirect(PlanLinks.Review(Id));
        TempData.Flash(Tone.Good, words["Đã ban hành kế hoạch {0}.", plan.Reference ?? ""]);
        return Redirect(PlanLinks.Plan(plan.PlanId));
    }

    /// <summary>The file first of all: whatever else has to be corrected, it was received.</summary>
    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (SignedFile is null)
        {
            Kept = KeptFileId is { } id ? await imports.OwnFileAsync(id, cancellation) : null;
            return;
        }

        await using var content = SignedFile.OpenReadStream();
        if (!await SignedFiles.LooksRightAsync(SignedFile.FileName, content, cancellation))
        {
            ModelState.AddModelError(FileField, SignedFile.Length == 0 ? words["Tệp rỗng, không có nội dung để đọc."] : words["Hãy chọn tệp PDF hoặc Word của văn bản đã ký."]);
            return;
        }

        try
        {
            Kept = await imports.KeepAsync(content, SignedFile.FileName, cancellation);
            KeptFileId = Kept.StoredFileId;
        }
        catch (FileRefusedException)
        {
            ModelState.AddModelError(FileField, TooLargeMessage());
        }
    }

    /// <summary>"15" or "15/KH-UBND".</summary>
    private string? Reference()
    {
        if (NumberPattern().Match(Number?.Trim() ?? "") is { Success: true } match && int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) > 0)
        {
            var symbol = match.Groups["symbol"] is { Success: true } typed ? typed.Value : Symbol;
            if (symbol is { Length: > 0 } && match.Groups["number"].Length + symbol.Length + 1 <= Plan.ReferenceMaxLength)
                return $"{match.Groups["number"].Value}/{symbol}";
        }

        ModelState.AddModelError(nameof(Number), words["Hãy nhập số của văn bản, ví dụ 15 hoặc 15/{0}.", Symbol ?? "KH-UBND"]);
        return null;
    }

    private void Check()
    {
        if (SignedOn is null && ModelState.GetFieldValidationState(nameof(SignedOn)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(SignedOn), words["Hãy nhập ngày ký, ví dụ 25/5/2026."]);
        else if (SignedOn > calendar.VietnamToday)
            ModelState.AddModelError(nameof(SignedOn), words["Ngày ký không thể ở sau hôm nay."]);
        else if (SignedOn < _days.ParentDate)
            ModelState.AddModelError(nameof(SignedOn), words["Ngày ký không thể ở trước ngày {0} của kế hoạch cấp trên.", Formats.Date(_days.ParentDate)]);
        else if (SignedOn < _days.AgencyFrom)
            ModelState.AddModelError(nameof(SignedOn), words["Ngày ký không thể ở trước ngày {0}, khi cơ quan được thành lập.", Formats.Date(_days.AgencyFrom)]);
        else if (Preview.CanIssue && !_ownNameResolves)
            ModelState.AddModelError(nameof(SignedOn), words["Vào ngày ký này, Loa chưa nhận ra tên của chính cơ quan nên không giao được việc. Hãy xem lại ngày ký."]);
        if (string.IsNullOrWhiteSpace(SignerName))
            ModelState.AddModelError(nameof(SignerName), words["Hãy nhập họ tên người ký."]);
        if (!Preview.CanIssue)
            ModelState.AddModelError("", words["Chưa ban hành được: kế hoạch cần có trích yếu và ít nhất một nhiệm vụ."]);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { IsWritten: true } import)
            return NotFound();
        if (import is not { Status: ImportStatus.Draft, Draft: { } json })
            return Redirect(PlanLinks.Review(Id));
        Import = import;
        Draft = DraftJson.Read(json);
        Unit = (await views.LoadAsync(import, Draft, cancellation))!;
        Gaps = UnitGaps.Of(Draft, Unit);
        // Names mean what they meant on the day of the document, here as when it is issued.
        var dated = DraftJson.Read(json);
        dated.Heading.Date = SignedOn ?? dated.Heading.Date;
        Preview = await issue.PreviewAsync(import, dated, cancellation);
        _days = await issue.DaysAsync(import, cancellation);
        _ownNameResolves = Preview.Unresolved.All(name => name.Text != _days.AgencyName);
        return null;
    }

    private PageResult Again(int status)
    {
        ModelState.Remove(nameof(Revision));
        ModelState.Remove(nameof(KeptFileId));
        Response.StatusCode = status;
        return Page();
    }

    private string TooLargeMessage() => words["Tệp lớn hơn {0} MB, quá lớn so với một văn bản kế hoạch. Nếu là bản quét, hãy quét lại ở 200 dpi, đen trắng.", limits.UploadBytes >> 20];

    [GeneratedRegex(@"^(?<number>\d{1,6})\s*(/\s*(?<symbol>[^\s/]{2,40}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();
}
