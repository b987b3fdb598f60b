using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Contributions;

/// <summary>What one or more agencies say in a section in the same words.</summary>
/// <param name="ReportId">The first one's.</param>
internal sealed record Contribution(string Text, IReadOnlyList<string> Agencies, Guid ReportId);

/// <summary>What the accepted reports below say in one section, the same words once; a click quotes a piece in the report above, with its source.</summary>
internal sealed class ContributionsModel(LoaDbContext db, ReportScope scope, ReportDesk desk, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int Size = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid SectionId { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.Parameter)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Guid ReportId { get; set; }

    [BindProperty]
    public long TextRevision { get; set; }

    public OpenReport Open { get; private set; } = null!;

    public OutlineSection Section { get; private set; } = null!;

    public ReportText Text => Open.TextOf(Section);

    public Page<Contribution> Shown { get; private set; } = null!;

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public bool MayFill { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostQuoteAsync()
    {
        if (!await FindAsync() || !MayFill)
        {
            return NotFound();
        }

        var piece = (await PiecesAsync()).FirstOrDefault(piece => piece.ReportId == ReportId);
        return piece is null ? NotFound() : await AppendAsync($"{string.Join(", ", piece.Agencies)}: {piece.Text.Trim()}", words["Đã trích vào cuối mục."]);
    }

    public async Task<IActionResult> OnPostMissingAsync()
    {
        if (!await FindAsync() || !MayFill)
        {
            return NotFound();
        }

        var missing = await desk.MissingAsync(Id, HttpContext.RequestAborted);
        return await AppendAsync($"Các cơ quan, đơn vị chưa có báo cáo: {string.Join("; ", missing)}.", words["Đã ghi tên các cơ quan chưa báo cáo."]);
    }

    private async Task<IActionResult> AppendAsync(string addition, string said)
    {
        var text = Text;
        db.Entry(text).Property(row => row.Revision).OriginalValue = TextRevision;
        var whole = string.IsNullOrWhiteSpace(text.Current) ? addition : $"{text.Current.TrimEnd()}\n\n{addition}";
        if (whole.Length > ReportText.MaxLength)
        {
            ModelState.AddModelError("", words["Nội dung quá dài."]);
        }
        else
        {
            desk.Write(text, whole);
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa mục này; hãy xem lại rồi trích."]))
            {
                return this.Done(said, $"{ReportLinks.Contributions(Id, SectionId)}{(PageNumber is > 1 ? $"?{Paging.Parameter}={PageNumber}" : "")}");
            }
        }

        return await this.AgainAsync(db, async () =>
        {
            await FindAsync();
            await LoadAsync();
        });
    }

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(Id, cancellation) is not { } report)
        {
            return false;
        }

        Open = await desk.OpenAsync(report, cancellation);
        MayFill = Open.IsOpen(calendar.VietnamToday) && await scope.FindWrittenAsync(Id, cancellation) is not null;
        var section = Open.Sections.FirstOrDefault(section => section.OutlineSectionId == SectionId);
        Section = section ?? Section;
        return section is not null;
    }

    private async Task LoadAsync()
    {
        var pieces = await PiecesAsync();
        var paging = Paging.Of(PageNumber, pieces.Count, Size);
        Shown = new Page<Contribution>([.. pieces.Skip(paging.Skip).Take(Size)], paging);
        Missing = await desk.MissingAsync(Id, HttpContext.RequestAborted);
    }

    /// <summary>In the order of official lists; equal texts, whatever their spacing and capitals, are one piece.</summary>
    private async Task<List<Contribution>> PiecesAsync()
    {
        var rows = await (
            from report in db.Set<Report>().AsNoTracking()
            join text in db.Set<ReportText>() on report.ReportId equals text.ReportId
            where report.ParentReportId == Id && report.State == ReportState.Accepted && text.OutlineSectionId == SectionId
            orderby report.Level, report.SortOrder, report.ReportId
            select new { report.ReportId, report.AgencyName, Text = text.Text ?? text.Prepared }).ToListAsync(HttpContext.RequestAborted);
        return [.. rows.Where(row => !string.IsNullOrWhiteSpace(row.Text)).GroupBy(row => Folding.Fold(row.Text)).Select(same => new Contribution(same.First().Text, [.. same.Select(row => row.AgencyName)], same.First().ReportId))];
    }
}
