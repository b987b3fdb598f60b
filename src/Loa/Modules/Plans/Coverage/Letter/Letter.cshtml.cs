using Loa.Data;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage.Letter;

/// <summary>The letter to the bodies that owe a plan, as a Word file: the form is filled in beforehand, the list of bodies is what the coverage page shows.</summary>
internal sealed class LetterModel(LoaDbContext db, PlanCoverage coverage, UptakeReminders reminders, Calendar calendar, IStringLocalizer words) : PageModel
{
    public const int TextMaxLength = 10_000;

    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LetterForm Form { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    public CoverageFigures Figures { get; private set; } = null!;

    public IReadOnlyList<UptakeLine> Owing { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public IEnumerable<UptakeLine> Addressed => Form.OnlyOverdue ? Owing.Where(line => line.State == UptakeState.Overdue) : Owing;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var owner = await db.Set<Agency>().Where(agency => agency.AgencyId == Plan.OwnerAgencyId).Select(agency => agency.Name).SingleAsync(HttpContext.RequestAborted);
        Form = LetterForm.For(Plan, owner, Figures, Owing, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var late = await BodiesAsync();
        var stream = new MemoryStream();
        DocumentWriter.Write(ReminderLetter.Compose(Form.ToText(), late, (Form.Date ?? Today).Year), stream);
        stream.Position = 0;
        return new FileStreamResult(stream, Docx) { FileDownloadName = $"cong-van-don-doc-{Today:yyyy-MM-dd}.docx" };
    }

    /// <summary>Those who answer today, each once: the letter goes to bodies that exist.</summary>
    private async Task<List<LateBody>> BodiesAsync()
    {
        var lines = Addressed.ToList();
        var reminded = await reminders.LastAsync(Id, [.. lines.Select(line => line.AgencyId)], HttpContext.RequestAborted);
        return [.. lines.GroupBy(line => line.HolderId).Select(group => group.OrderBy(line => line.DueOn).First())
            .Select(line => new LateBody(line.HolderName, line.DueOn, line.DaysLate(Today), reminded.GetValueOrDefault(line.AgencyId)?.On))];
    }

    private void Check()
    {
        Need(nameof(LetterForm.Symbol), Form.Symbol, words["Hãy ghi ký hiệu công văn, như UBND-NC."]);
        if (Form.Symbol?.Trim() is { Length: > 0 } symbol && symbol.AsSpan().IndexOfAny(" /\t") >= 0)
        {
            Wrong(nameof(LetterForm.Symbol), words["Ký hiệu viết liền, không có dấu gạch chéo, như UBND-NC."]);
        }

        Need(nameof(LetterForm.Issuer), Form.Issuer, words["Hãy ghi cơ quan ban hành."]);
        Need(nameof(LetterForm.Place), Form.Place, words["Hãy ghi địa danh."]);
        Need(nameof(LetterForm.Subject), Form.Subject, words["Hãy ghi trích yếu."]);
        Need(nameof(LetterForm.Title), Form.Title, words["Hãy ghi chức vụ người ký."]);
        Need(nameof(LetterForm.Body), Form.Body, words["Hãy ghi nội dung công văn."]);
        if (Form.Body?.Length > TextMaxLength)
        {
            Wrong(nameof(LetterForm.Body), words["Nội dung quá dài."]);
        }

        if (Form.Number is < 1 or > 99_999)
        {
            Wrong(nameof(LetterForm.Number), words["Số công văn là một số từ 1; để trống nếu chưa lấy số."]);
        }

        if (Form.Deadline is null && Form.Body?.Contains(ReminderLetter.DeadlineMark, StringComparison.Ordinal) == true && ModelState.GetFieldValidationState("Form.Deadline") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            Wrong(nameof(LetterForm.Deadline), words["Hãy ghi ngày yêu cầu ban hành xong."]);
        }

        if (!Addressed.Any())
        {
            Wrong(nameof(LetterForm.OnlyOverdue), words["Không có cơ quan nào quá hạn; hãy chọn mọi cơ quan chưa ban hành."]);
        }
    }

    private void Need(string field, string? value, string message)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Wrong(field, message);
        }
    }

    private void Wrong(string field, string message) => ModelState.AddModelError($"{nameof(Form)}.{field}", message);

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation) is not { } plan || !await coverage.MayIssueAsync(plan, cancellation))
        {
            return false;
        }

        Plan = plan;
        Figures = await coverage.FiguresAsync(Id, all: true, cancellation);
        Owing = await coverage.Lines(Id, all: true).Where(line => !line.IsOptional && line.Way == null)
            .OrderBy(line => line.State).ThenBy(line => line.Level).ThenBy(line => line.SortOrder).ThenBy(line => line.AgencyId).ToListAsync(cancellation);
        return true;
    }
}
