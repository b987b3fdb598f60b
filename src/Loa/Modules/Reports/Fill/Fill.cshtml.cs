using Loa.Data;
using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Fill;

/// <summary>A value as it was typed.</summary>
public sealed class TypedFigure
{
    public string? Value { get; set; }

    public string? Of { get; set; }

    public string? Reason { get; set; }

    public long Revision { get; set; }
}

/// <summary>
/// A report in the hands of its writers: figures with what was computed beside them, texts that save themselves. Each figure and each text has its own revision, so two people fill
/// one report without overwriting each other; where both changed the same, both versions are shown.
/// </summary>
internal sealed class FillModel(LoaDbContext db, ReportScope scope, ReportDesk desk, ReportChecks checks, Calendar calendar, IStringLocalizer words) : PageModel
{
    private readonly Dictionary<Guid, string> theirs = [];
    private readonly HashSet<Guid> wrong = [];
    private string? conflict;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public Guid SectionId { get; set; }

    [BindProperty]
    public long TextRevision { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Restore { get; set; }

    /// <summary>By the figure's id without dashes.</summary>
    [BindProperty]
    public Dictionary<string, TypedFigure> Typed { get; set; } = [];

    public OpenReport Open { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    public EarlierValues Earlier { get; private set; } = null!;

    /// <summary>Figures of which the data now says something else than what was computed.</summary>
    public IReadOnlyDictionary<Guid, string> Fresh { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<ReportProblem> Problems { get; private set; } = [];

    public bool HasChildren { get; private set; }

    public static string Anchor(OutlineSection section) => "muc-" + section.OutlineSectionId.ToString("N");

    public static bool MayGive(OutlineFigure figure) => figure.MayCorrect || figure.Origin == FigureOrigin.ByHand;

    public IEnumerable<ReportProblem> ProblemsOf(Guid figureId) => Problems.Where(problem => problem.FigureId == figureId && Open.Sheet[figureId].Value is not null);

    public TypedFigure? TypedOf(Guid figureId) => theirs.Count + wrong.Count == 0 ? null : Typed.GetValueOrDefault(figureId.ToString("N"));

    public string? TheirsOf(Guid figureId) => theirs.GetValueOrDefault(figureId);

    public bool IsWrong(Guid figureId) => wrong.Contains(figureId);

    /// <summary>What the person typed into a text that somebody else saved meanwhile.</summary>
    public string? ConflictOf(OutlineSection section) => section.OutlineSectionId == SectionId ? conflict : null;

    public string ComputedText(OutlineFigure figure)
    {
        if (figure.Origin == FigureOrigin.ByHand && Open.Report.RolledUpAt is null)
        {
            return "–";
        }

        var (value, of) = Open.Sheet[figure.FigureId].Computed(figure.IsDerived ? RollUpRule.None : figure.RollUp);
        return FigureNumber.Text(value, of);
    }

    public static string EarlierText(IReadOnlyDictionary<Guid, EarlierValue> values, OutlineFigure figure) => values.TryGetValue(figure.FigureId, out var earlier) ? FigureNumber.Text(earlier.Value, earlier.Of) : "–";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRefreshAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        db.Entry(Open.Report).Property(report => report.Revision).OriginalValue = Revision;
        await desk.RefreshAsync(Open, HttpContext.RequestAborted);
        return await SaveAsync(words["Người khác vừa cập nhật báo cáo này; hãy xem lại."]) ? this.Done(words["Đã lấy số liệu mới nhất; số sửa tay và nội dung bạn viết vẫn giữ."], ReportLinks.Fill(Id)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostFiguresAsync()
    {
        if (!await FindAsync() || Open.Sections.All(section => section.OutlineSectionId != SectionId))
        {
            return NotFound();
        }

        foreach (var figure in Open.Sheet.Definitions.Where(figure => figure.OutlineSectionId == SectionId && MayGive(figure)))
        {
            if (Typed.TryGetValue(figure.FigureId.ToString("N"), out var typed))
            {
                Take(figure, typed);
            }
        }

        if (ModelState.IsValid && await SaveAsync(words["Người khác vừa ghi số liệu này; hãy xem lại rồi lưu."]))
        {
            return this.Done(words["Đã lưu số liệu."], $"{ReportLinks.Fill(Id)}#{Anchor(Open.Sections.First(section => section.OutlineSectionId == SectionId))}");
        }

        return await AgainAsync();
    }

    public async Task<IActionResult> OnPostTextAsync()
    {
        if (!await FindAsync() || Open.Sections.FirstOrDefault(section => section.OutlineSectionId == SectionId) is not { } section)
        {
            return NotFound();
        }

        var isAutosave = Request.Headers.ContainsKey("X-Requested-With");
        var row = Open.TextOf(section);
        var typed = (Text ?? "").ReplaceLineEndings("\n").TrimEnd();
        if (typed.Length > ReportText.MaxLength)
        {
            ModelState.AddModelError("", words["Nội dung quá dài."]);
            return await AgainAsync();
        }

        if (row.Revision != TextRevision && typed != row.Current)
        {
            return isAutosave ? new StatusCodeResult(StatusCodes.Status409Conflict) : await ConflictAsync(typed);
        }

        desk.Write(row, Restore ? null : typed);
        if (!await SaveAsync(words["Người khác vừa sửa mục này; hãy xem lại rồi lưu."]))
        {
            return isAutosave ? new StatusCodeResult(StatusCodes.Status409Conflict) : await ConflictAsync(typed);
        }

        if (isAutosave)
        {
            Response.Headers["X-Loa-Revision"] = row.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new NoContentResult();
        }

        return this.Done(Restore ? words["Đã lấy lại bản viết sẵn."] : words["Đã lưu nội dung."], $"{ReportLinks.Fill(Id)}#{Anchor(section)}");
    }

    private Task<IActionResult> ConflictAsync(string typed)
    {
        conflict = typed;
        ModelState.AddModelError("", words["Người khác vừa sửa mục này; hãy xem cả hai bản rồi lưu."]);
        // The next save is on what is there now.
        ModelState.Remove(nameof(TextRevision));
        return AgainAsync();
    }

    /// <summary>Sets what was typed; an empty value lets the computed one count again. What somebody else set meanwhile is shown beside it.</summary>
    private void Take(OutlineFigure figure, TypedFigure typed)
    {
        var row = Open.Sheet[figure.FigureId];
        var (hasOf, valueText, ofText, reason) = (figure.IsShare && figure.OverId is null, typed.Value.OrNull(), typed.Of.OrNull(), typed.Reason.OrNull());
        long? of = null;
        if (valueText is null && ofText is null)
        {
            if (row.IsGiven && !IsTheirs(figure, row, typed))
            {
                desk.Give(Open, figure.FigureId, null, null, null);
            }

            return;
        }

        if (!FigureNumber.TryRead(valueText, out var value))
        {
            Wrong(figure, words["“{0}”: hãy ghi một số không âm, như 12 hoặc 1.234,5.", figure.Name]);
            return;
        }

        if (hasOf && ofText is null)
        {
            // Who corrects the numerator alone means the denominator that was computed.
            of = row.Computed(figure.IsDerived ? RollUpRule.None : figure.RollUp).Of;
        }
        else if (hasOf)
        {
            if (!FigureNumber.TryRead(ofText, out var below))
            {
                Wrong(figure, words["“{0}”: hãy ghi mẫu số là một số không âm.", figure.Name]);
                return;
            }

            of = below;
        }

        if (reason?.Length > ReportFigure.ReasonMaxLength)
        {
            Wrong(figure, words["“{0}”: lý do quá dài.", figure.Name]);
            return;
        }

        if (row.GivenValue == value && row.GivenOf == of && row.Reason == reason)
        {
            return;
        }

        if (IsTheirs(figure, row, typed))
        {
            return;
        }

        if (figure.Origin != FigureOrigin.ByHand && reason is null)
        {
            Wrong(figure, words["“{0}”: hãy ghi lý do sửa số đã tính.", figure.Name]);
            return;
        }

        desk.Give(Open, figure.FigureId, value, of, reason);
    }

    private bool IsTheirs(OutlineFigure figure, ReportFigure row, TypedFigure typed)
    {
        if (row.Revision == typed.Revision)
        {
            return false;
        }

        theirs[figure.FigureId] = FigureNumber.Text(row.Value, row.Of);
        ModelState.AddModelError("", words["“{0}”: người khác vừa ghi {1}; ô bên dưới giữ số của bạn, lưu lại nếu vẫn muốn dùng.", figure.Name, FigureNumber.Text(row.Value, row.Of)]);
        return true;
    }

    private void Wrong(OutlineFigure figure, string message)
    {
        wrong.Add(figure.FigureId);
        ModelState.AddModelError($"v-{figure.FigureId:N}", message);
    }

    private Task<bool> SaveAsync(string conflict) => this.TryAsync(db, () => desk.SaveAsync(Id, HttpContext.RequestAborted), conflict);

    private async Task<IActionResult> AgainAsync() => await this.AgainAsync(db, async () =>
    {
        await FindAsync();
        await LoadAsync();
    });

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindWrittenAsync(Id, cancellation) is not { } report)
        {
            return false;
        }

        Open = await desk.OpenAsync(report, cancellation);
        return Open.IsOpen(calendar.VietnamToday);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Numbers = SectionNumbers.Of(Open.Sections, Open.Outline.PartNumber);
        Earlier = await checks.EarlierAsync(Open.Report, Open.Period, cancellation);
        Problems = await desk.CheckAsync(Open, Earlier, cancellation);
        HasChildren = await db.Set<Report>().AnyAsync(report => report.ParentReportId == Id, cancellation);
        var now = await desk.FiguresAsync(Open, cancellation);
        Fresh = Open.Sheet.Definitions
            .Where(figure => now.TryGetValue((Id, figure.FigureId), out var value) && (FigureNumber.Of(value.Value) != Open.Sheet[figure.FigureId].OwnValue || (figure.OverId is null && (value.Of is { } of ? FigureNumber.Of(of) : (long?)null) != Open.Sheet[figure.FigureId].OwnOf)))
            .ToDictionary(figure => figure.FigureId, figure => FigureNumber.Text(FigureNumber.Of(now[(Id, figure.FigureId)].Value), now[(Id, figure.FigureId)].Of is { } of ? FigureNumber.Of(of) : null));
    }
}
