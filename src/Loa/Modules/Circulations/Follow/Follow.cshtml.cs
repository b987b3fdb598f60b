using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Circulations.Follow;

internal sealed record RemarkThread(Guid ReaderId, string? Reader, IReadOnlyList<CirculationRemark> Remarks);

/// <summary>How far a circulation is, agency by agency, those with most people to go first. Its sender acts here; who leads a part of the agencies sees that part.</summary>
internal sealed class FollowModel(
    LoaDbContext db, CirculationDesk desk, CirculationSender sender, CirculationFigures figures, AgencyScope scope, Calendar calendar, CurrentUser user, IStringLocalizer words) : PageModel
{
    private const int ThreadsMost = 50;

    private static readonly Sorting<AgencyShare> Sorts = new Sorting<AgencyShare>(row => row.AgencyId, "-con-lai")
        .By("con-lai", row => row.Asked - row.Read).By("ten", row => row.Name).By("truc-tiep", row => row.Direct)
        .By("ty-le", row => row.Asked == 0 ? 2.0 : row.Read * 1.0 / row.Asked);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public DateOnly? ReadBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid ReaderId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public Circulation Circulation { get; private set; } = null!;

    public string Sender { get; private set; } = "";

    public bool MayManage { get; private set; }

    public bool MaySeeHistory => MayManage && user.Has(Permissions.HistoryRead);

    public CirculationTotals Totals { get; private set; } = null!;

    public Page<AgencyShare> Agencies { get; private set; } = null!;

    public TableSort Sort { get; private set; }

    /// <summary>People who came after it was sent.</summary>
    public int Joined { get; private set; }

    public IReadOnlyList<RemarkThread> Threads { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public bool Failed(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? await ShowAsync() : NotFound();

    /// <param name="dang">"csv", else a workbook.</param>
    public async Task<IActionResult> OnGetExportAsync(string? dang)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        SheetColumn[] columns =
        [
            new(words["Cơ quan"], 50), new(words["Số người được hỏi"], 12), new(words["Đã đọc"], 12), new(words["Chưa đọc"], 12), new(words["Tỷ lệ (%)"], 12), new(words["Quán triệt trực tiếp"], 12),
            new(words["Số cán bộ vào ngày gửi"], 12), new(words["Tỷ lệ trên số cán bộ (%)"], 12),
        ];
        var rows = Sorts.Apply(figures.Agencies(Circulation, Within), SortText).AsAsyncEnumerable().Select(row => new object?[]
        {
            row.Name, row.Asked, row.Read, row.Unread, row.People.IsKnown ? row.People.Percent : null, row.Direct, row.Headcount, row.Staff.IsKnown ? row.Staff.Percent : null,
        });
        return await SheetWriter.AnswerAsync($"quan-triet-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormats.Named(dang), columns, rows, HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostRemindAsync() => ActAsync(async circulation =>
    {
        var told = await sender.RemindAsync(circulation, null, HttpContext.RequestAborted);
        return told == 0 ? words["Hôm nay đã nhắc tất cả những người chưa đọc."] : words["Đã nhắc {0} người.", Formats.Number(told)];
    }, withRevision: false);

    public Task<IActionResult> OnPostAddJoinedAsync() => ActAsync(async circulation => words["Đã gửi cho {0} người mới đến.", Formats.Number(await sender.AddJoinedAsync(circulation, HttpContext.RequestAborted))]);

    public Task<IActionResult> OnPostExtendAsync() => ActAsync(async circulation =>
    {
        if (ReadBy is not { } day || day < Today || day == circulation.ReadBy)
        {
            return Refuse(nameof(ReadBy), words["Hãy nhập một ngày khác, từ hôm nay trở đi."]);
        }

        await sender.ExtendAsync(circulation, day, HttpContext.RequestAborted);
        return words["Đã đổi hạn đọc; người chưa đọc được báo."];
    });

    public Task<IActionResult> OnPostWithdrawAsync() => ActAsync(async circulation =>
    {
        if (Reason?.Trim() is not { Length: > 0 and <= Circulation.ReasonMaxLength } reason)
        {
            return Refuse(nameof(Reason), words["Hãy ghi lý do thu hồi, không quá {0} chữ.", Circulation.ReasonMaxLength]);
        }

        await sender.WithdrawAsync(circulation, reason, HttpContext.RequestAborted);
        return words["Đã thu hồi; người nhận được báo."];
    });

    public Task<IActionResult> OnPostAnswerAsync() => ActAsync(async circulation =>
    {
        if (Text?.Trim() is not { Length: > 0 and <= CirculationRemark.TextMaxLength } text)
        {
            return Refuse("", string.IsNullOrWhiteSpace(Text) ? words["Hãy ghi câu trả lời."] : words["Nội dung quá dài."]);
        }

        if (!await db.Set<CirculationRemark>().AnyAsync(remark => remark.CirculationId == Id && remark.ReaderId == ReaderId, HttpContext.RequestAborted))
        {
            return Refuse("", words["Không có câu hỏi này."]);
        }

        await desk.RemarkAsync(circulation, ReaderId, text, isAnswer: true, HttpContext.RequestAborted);
        return words["Đã trả lời; người hỏi được báo."];
    }, withRevision: false, whileOpen: false);

    private IQueryable<Guid>? Within => MayManage ? null : desk.Readers;

    /// <returns>Null: the reason stands in the model state.</returns>
    private string? Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        return null;
    }

    /// <param name="act">Gives the words to flash, or null with the reason in the model state; it saves.</param>
    private async Task<IActionResult> ActAsync(Func<Circulation, Task<string?>> act, bool withRevision = true, bool whileOpen = true)
    {
        if (!await LoadAsync() || !MayManage)
        {
            return NotFound();
        }

        var circulation = await db.Set<Circulation>().SingleAsync(c => c.CirculationId == Id, HttpContext.RequestAborted);
        if (withRevision)
        {
            db.Entry(circulation).Property(c => c.Revision).OriginalValue = Revision;
        }

        try
        {
            if (whileOpen && !circulation.IsOpen)
            {
                ModelState.AddModelError("", words["Văn bản quán triệt đã được thu hồi"]);
            }
            else if (ModelState.IsValid && await act(circulation) is { } said)
            {
                return this.Done(said, CirculationLinks.Follow(Id));
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", words["Người khác vừa thay đổi. Hãy xem lại bên dưới."]);
        }

        return await this.AgainAsync(db, async () =>
        {
            await LoadAsync();
            await ShowAsync();
        });
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.Followed().AsNoTracking().FirstOrDefaultAsync(c => c.CirculationId == Id, cancellation) is not { } circulation)
        {
            return false;
        }

        Circulation = circulation;
        MayManage = await scope.CoversAsync(Permissions.PlansIssue, circulation.AgencyId, cancellation);
        Sender = await db.Set<Agency>().Where(agency => agency.AgencyId == circulation.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        return true;
    }

    private async Task<PageResult> ShowAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Sort = TableSort.From(SortText, "-con-lai", "con-lai", "ten", "ty-le", "truc-tiep");
        Agencies = await Sorts.Apply(figures.Agencies(Circulation, Within), Sort.ToString()).ToPageAsync(PageNumber, cancellation);
        Totals = await figures.TotalsAsync(Circulation, Within, cancellation);
        if (MayManage)
        {
            Joined = await sender.Joined(Id).Select(grant => grant.UserId).Distinct().CountAsync(cancellation);
            Threads = await ThreadsAsync(cancellation);
        }

        return Page();
    }

    /// <summary>The conversations that were last spoken in.</summary>
    private async Task<List<RemarkThread>> ThreadsAsync(CancellationToken cancellation)
    {
        var readers = await db.Set<CirculationRemark>().Where(remark => remark.CirculationId == Id).GroupBy(remark => remark.ReaderId)
            .Select(group => new { group.Key, Last = group.Max(remark => remark.At) }).OrderByDescending(row => row.Last).ThenBy(row => row.Key).Take(ThreadsMost).Select(row => row.Key).ToListAsync(cancellation);
        var remarks = await db.Set<CirculationRemark>().AsNoTracking().Where(remark => remark.CirculationId == Id && readers.Contains(remark.ReaderId)).OrderBy(remark => remark.At).ThenBy(remark => remark.CirculationRemarkId).ToListAsync(cancellation);
        var names = await db.Set<User>().Where(person => readers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        return [.. readers.Select(reader => new RemarkThread(reader, names.GetValueOrDefault(reader), [.. remarks.Where(remark => remark.ReaderId == reader)]))];
    }
}
