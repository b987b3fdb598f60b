using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Sheet;

/// <summary>What was typed for one criterion.</summary>
public sealed class ScoreEntry
{
    public Guid CriterionId { get; set; }

    public string? Points { get; set; }

    public string? Reason { get; set; }
}

/// <summary>One agency's part: each criterion with its formula, what the data says, and what people set; the agency reads it once it is published.</summary>
internal sealed class SheetModel(LoaDbContext db, AssessmentDesk desk, AssessmentBoard boards, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid AgencyId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public List<ScoreEntry> Scores { get; set; } = [];

    [BindProperty]
    [StringLength(AssessmentAgency.RemarkMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string? Remark { get; set; }

    public Assessment Assessment { get; private set; } = null!;

    public IReadOnlyList<AssessmentCriterion> Criteria { get; private set; } = [];

    public BoardLine Line { get; private set; } = null!;

    public int MaxPoints => Criteria.Sum(criterion => criterion.MaxPoints);

    public int Judged { get; private set; }

    /// <summary>How many agencies have its rank.</summary>
    public int Tied { get; private set; }

    public bool MayScore { get; private set; }

    /// <summary>What was typed came after the publication: it is shown, not saved.</summary>
    public bool IsTooLate { get; private set; }

    /// <summary>What was typed, criterion by criterion.</summary>
    public IEnumerable<(string Criterion, string Text)> TypedLines =>
        from entry in Scores.DistinctBy(entry => entry.CriterionId)
        join criterion in Criteria on entry.CriterionId equals criterion.AssessmentCriterionId
        let typed = string.Join(": ", new[] { entry.Points.OrNull(), entry.Reason.OrNull() }.OfType<string>())
        where typed.Length > 0
        select (criterion.Name, typed);

    public Guid? NextAgency { get; private set; }

    public string Formula(AssessmentCriterion criterion) => AssessmentWords.Formula(words, criterion, boards.Find(criterion.Figure));

    /// <summary>The activities a figure counts, where it counts activities of at most one form.</summary>
    public string? RowsOf(AssessmentCriterion criterion) => boards.Find(criterion.Figure) is ActivityFigure && criterion.Forms.Count <= 1
        ? ActivityLinks.Rows(new ActivityFilter { AgencyId = AgencyId, Alone = true, Forms = criterion.Forms, Integrated = criterion.Integrated, From = Assessment.From, To = Assessment.To, State = ActivityState.Counted })
        : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    /// <param name="tiep">On to the next agency.</param>
    public async Task<IActionResult> OnPostAsync(bool tiep)
    {
        var seen = Revision;
        if (!await LoadAsync() || (!MayScore && !await ComesTooLateAsync()))
        {
            return NotFound();
        }

        if (!MayScore)
        {
            ModelState.AddModelError("", words["Đánh giá vừa được công bố nên không lưu được nữa. Những gì bạn vừa ghi còn ở dưới đây; hãy lập bản mới của đánh giá nếu cần sửa."]);
            return Page();
        }

        var read = Check();
        if (!ModelState.IsValid)
        {
            return await RefuseAsync();
        }

        audit.Describe("Chấm điểm cơ quan");
        var judged = await db.Set<AssessmentAgency>().SingleAsync(agency => agency.AssessmentId == Id && agency.AgencyId == AgencyId, HttpContext.RequestAborted);
        db.Entry(judged).Property(agency => agency.Revision).OriginalValue = seen;
        (judged.Remark, judged.ChangedAt) = (Remark.OrNull(), calendar.UtcNow);
        var kept = await db.Set<AssessmentScore>().Where(score => score.AssessmentId == Id && score.AgencyId == AgencyId).ToDictionaryAsync(score => score.AssessmentCriterionId, HttpContext.RequestAborted);
        foreach (var (criterionId, points, reason) in read)
        {
            if (points is null && reason is null)
            {
                if (kept.TryGetValue(criterionId, out var gone))
                    db.Remove(gone);
                continue;
            }

            if (!kept.TryGetValue(criterionId, out var score))
                db.Add(score = new AssessmentScore { AssessmentId = Id, AgencyId = AgencyId, AssessmentCriterionId = criterionId });
            (score.Given, score.Reason) = (points, reason);
        }

        return await this.TrySaveAsync(db, words["Người khác vừa chấm cơ quan này hoặc đánh giá vừa được công bố; dưới đây là bản mới nhất."])
            ? this.Done(words["Đã lưu điểm của {0}.", Line.Name], tiep && NextAgency is { } next ? AssessmentLinks.Agency(Id, next) : AssessmentLinks.Agency(Id, AgencyId))
            : await RefuseAsync();
    }

    /// <summary>Somebody published it while this person, who might have scored, was still typing.</summary>
    private async Task<bool> ComesTooLateAsync() => IsTooLate = !Assessment.IsDraft && await desk.MayEditAsync(Assessment, HttpContext.RequestAborted);

    private List<(Guid CriterionId, int? Points, string? Reason)> Check()
    {
        var read = new List<(Guid, int?, string?)>();
        var entries = Scores.DistinctBy(entry => entry.CriterionId).ToDictionary(entry => entry.CriterionId);
        foreach (var (criterion, cell, index) in Criteria.Zip(Line.Cells).Select((pair, index) => (pair.First, pair.Second, index)))
        {
            var entry = entries.GetValueOrDefault(criterion.AssessmentCriterionId) ?? new ScoreEntry();
            var reason = entry.Reason.OrNull();
            int? points = null;
            if (!string.IsNullOrWhiteSpace(entry.Points))
            {
                if (Points.TryRead(entry.Points, out var typed) && typed <= criterion.MaxPoints)
                    points = typed;
                else
                    ModelState.AddModelError($"Scores[{index}].Points", words["Hãy ghi một số từ 0 đến {0}, nhiều nhất hai số lẻ.", Points.Text(criterion.MaxPoints)]);
            }

            // The data has spoken: whoever says otherwise says why.
            if (points is not null && cell.Computed is { } computed && points != computed && reason is null)
                ModelState.AddModelError($"Scores[{index}].Reason", words["Hãy ghi lý do điều chỉnh."]);
            if (reason?.Length > AssessmentScore.ReasonMaxLength)
                ModelState.AddModelError($"Scores[{index}].Reason", words["Nội dung quá dài."]);
            read.Add((criterion.AssessmentCriterionId, points == cell.Computed ? null : points, reason));
        }

        return read;
    }

    private Task<IActionResult> RefuseAsync()
    {
        ModelState.Remove(nameof(Revision));
        return this.AgainAsync(db, async () =>
        {
            var typed = Scores.DistinctBy(entry => entry.CriterionId).ToDictionary(entry => entry.CriterionId);
            await LoadAsync();
            Scores = [.. Criteria.Select(criterion => typed.GetValueOrDefault(criterion.AssessmentCriterionId) ?? new ScoreEntry { CriterionId = criterion.AssessmentCriterionId })];
        });
    }

    private void Fill()
    {
        Remark = Line.Remark;
        Scores = [.. Criteria.Zip(Line.Cells).Select(pair => new ScoreEntry { CriterionId = pair.First.AssessmentCriterionId, Points = pair.Second.Given is { } given ? Points.Text(given) : null, Reason = pair.Second.Reason })];
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, cancellation) is not { } assessment)
        {
            return false;
        }

        Assessment = assessment;
        var seen = await desk.SeenAsync(assessment, cancellation);
        var board = await boards.LoadAsync(assessment, cancellation);
        if ((seen is not null && !seen.Contains(AgencyId)) || board.Lines.FirstOrDefault(line => line.AgencyId == AgencyId) is not { } own)
        {
            return false;
        }

        (Line, Criteria, Judged, Tied) = (own, board.Criteria, board.Lines.Count, board.Lines.Count(line => line.Rank == own.Rank));
        MayScore = assessment.IsDraft && await desk.MayEditAsync(assessment, cancellation);
        Revision = await db.Set<AssessmentAgency>().Where(agency => agency.AssessmentId == Id && agency.AgencyId == AgencyId).Select(agency => agency.Revision).SingleAsync(cancellation);
        NextAgency = await NextAsync(cancellation);
        return true;
    }

    /// <summary>In the order of official lists, which does not change while one scores.</summary>
    private async Task<Guid?> NextAsync(CancellationToken cancellation)
    {
        var order = await (
            from judged in db.Set<AssessmentAgency>()
            join agency in db.Set<Agency>() on judged.AgencyId equals agency.AgencyId
            where judged.AssessmentId == Id
            orderby agency.Level, agency.SortOrder, agency.AgencyId
            select judged.AgencyId).ToListAsync(cancellation);
        var place = order.IndexOf(AgencyId);
        return place >= 0 && place + 1 < order.Count ? order[place + 1] : null;
    }
}
