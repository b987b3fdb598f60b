using Loa.Data;
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

/// <summary>The text of one accepted report below.</summary>
internal sealed class SaidBelow
{
    public Guid ReportId { get; init; }

    public required string AgencyName { get; init; }

    public int Level { get; init; }

    public int SortOrder { get; init; }

    public required string Text { get; init; }
}

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

        var (said, cancellation) = (Said, HttpContext.RequestAborted);
        if (await said.Where(row => row.ReportId == ReportId).Select(row => row.Text).FirstOrDefaultAsync(cancellation) is not { } text)
        {
            return NotFound();
        }

        var agencies = await said.Where(row => row.Text == text).OrderBy(row => row.Level).ThenBy(row => row.SortOrder).ThenBy(row => row.ReportId).Select(row => row.AgencyName).ToListAsync(cancellation);
        return await AppendAsync($"{string.Join(", ", agencies)}: {text.Trim()}", words["Đã trích vào cuối mục."]);
    }

    public async Task<IActionResult> OnPostMissingAsync()
    {
        if (!await FindAsync() || !MayFill)
        {
            return NotFound();
        }

        var missing = (await MissingAsync()).ToLookup(report => report.IsSent, report => report.Name);
        var sentences = new List<string>();
        if (missing[false].Any())
        {
            sentences.Add($"Các cơ quan, đơn vị chưa có báo cáo: {string.Join("; ", missing[false])}.");
        }

        if (missing[true].Any())
        {
            sentences.Add($"Báo cáo đã gửi, chưa được tiếp nhận: {string.Join("; ", missing[true])}.");
        }

        return sentences.Count == 0 ? LocalRedirect(Address) : await AppendAsync(string.Join(' ', sentences), words["Đã ghi tên các cơ quan chưa báo cáo."]);
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
            if (await this.TryAsync(db, () => desk.SaveAsync(Id, HttpContext.RequestAborted), words["Người khác vừa sửa mục này; hãy xem lại rồi trích."]))
            {
                return this.Done(said, Address);
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

    private string Address => $"{ReportLinks.Contributions(Id, SectionId)}{(PageNumber is > 1 ? $"?{Paging.Parameter}={PageNumber}" : "")}";

    private IQueryable<SaidBelow> Said => (
        from report in db.Set<Report>().AsNoTracking()
        join text in db.Set<ReportText>() on report.ReportId equals text.ReportId
        where report.ParentReportId == Id && report.State == ReportState.Accepted && text.OutlineSectionId == SectionId
        select new SaidBelow { ReportId = report.ReportId, AgencyName = report.AgencyName, Level = report.Level, SortOrder = report.SortOrder, Text = text.Text ?? text.Prepared })
        .Where(row => !string.IsNullOrWhiteSpace(row.Text));

    private async Task LoadAsync()
    {
        Shown = await PiecesAsync();
        Missing = (await MissingAsync()).ConvertAll(report => report.Name);
    }

    /// <summary>In the order of official lists. The database says which reports say the same; only the texts of the page are read.</summary>
    private async Task<Page<Contribution>> PiecesAsync()
    {
        var (said, cancellation) = (Said, HttpContext.RequestAborted);
        var same = said.GroupBy(row => row.Text).Select(rows => new { Text = rows.Key, Key = rows.Min(row => row.ReportId.ToString()) });
        var reports = await (
            from row in said
            join piece in same on row.Text equals piece.Text
            orderby row.Level, row.SortOrder, row.ReportId
            select new { row.ReportId, row.AgencyName, piece.Key }).ToListAsync(cancellation);
        var pieces = reports.GroupBy(report => report.Key).Select(of => of.ToList()).ToList();
        var paging = Paging.Of(PageNumber, pieces.Count, Size);
        var shown = pieces.Skip(paging.Skip).Take(Size).ToList();
        var first = shown.ConvertAll(of => of[0].ReportId);
        var texts = await said.Where(row => first.Contains(row.ReportId)).Select(row => new { row.ReportId, row.Text }).ToDictionaryAsync(row => row.ReportId, row => row.Text, cancellation);
        return new Page<Contribution>([.. shown.Where(of => texts.ContainsKey(of[0].ReportId)).Select(of => new Contribution(texts[of[0].ReportId], [.. of.Select(report => report.AgencyName)], of[0].ReportId))], paging);
    }

    /// <summary>Agencies whose reports are not accepted, in the order of official lists.</summary>
    private async Task<List<(string Name, bool IsSent)>> MissingAsync()
    {
        var reports = await db.Set<Report>().Where(report => report.ParentReportId == Id && report.State != ReportState.Accepted).OrderBy(report => report.Level).ThenBy(report => report.SortOrder).ThenBy(report => report.ReportId)
            .Select(report => new { report.AgencyName, IsSent = report.State == ReportState.Sent }).ToListAsync(HttpContext.RequestAborted);
        return reports.ConvertAll(report => (report.AgencyName, report.IsSent));
    }
}
