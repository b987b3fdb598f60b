using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments;

/// <summary>One agency on one criterion.</summary>
/// <param name="Computed">From the data; null: by hand, or the data has nothing to divide by.</param>
/// <param name="Given">Set by people.</param>
internal sealed record BoardCell(long? Value, long? Of, int? Computed, int? Given, string? Reason)
{
    public static readonly BoardCell Empty = new(null, null, null, null, null);

    /// <summary>What counts; null: nobody has said yet.</summary>
    public int? Points => Given ?? Computed;
}

/// <param name="Cells">In the order of the criteria.</param>
/// <param name="Total">In hundredths of a point.</param>
internal sealed record BoardLine(Guid AgencyId, string Name, string? Remark, IReadOnlyList<BoardCell> Cells, int Total, int Rank)
{
    public int Missing => Cells.Count(cell => cell.Points is null);
}

internal sealed record Board(IReadOnlyList<AssessmentCriterion> Criteria, IReadOnlyList<BoardLine> Lines)
{
    public int MaxPoints => Criteria.Sum(criterion => criterion.MaxPoints);

    public int Missing => Lines.Sum(line => line.Missing);
}

/// <summary>The scores of an assessment: of a draft from the data of this moment and what people set, of a published one as they were written down.</summary>
internal sealed class AssessmentBoard(LoaDbContext db, IEnumerable<IFigure> figures)
{
    public IReadOnlyList<IFigure> Figures { get; } = [.. figures.Where(figure => !figure.AsksTarget)];

    public IFigure? Find(string? key) => Figures.FirstOrDefault(figure => figure.Key == key);

    /// <summary>All agencies, the best first; equal totals have the same rank and stand in the order of official lists.</summary>
    public async Task<Board> LoadAsync(Assessment assessment, CancellationToken cancellationToken)
    {
        var id = assessment.AssessmentId;
        var criteria = await db.Set<AssessmentCriterion>().AsNoTracking().Where(criterion => criterion.AssessmentId == id).OrderBy(criterion => criterion.Ordinal).ThenBy(criterion => criterion.AssessmentCriterionId).ToListAsync(cancellationToken);
        var agencies = await (
            from row in db.Set<AssessmentAgency>().AsNoTracking()
            join agency in db.Set<Agency>() on row.AgencyId equals agency.AgencyId
            where row.AssessmentId == id
            orderby agency.Level, agency.SortOrder, agency.AgencyId
            select new { row.AgencyId, agency.Name, row.Remark }).ToListAsync(cancellationToken);
        var scores = (await db.Set<AssessmentScore>().AsNoTracking().Where(score => score.AssessmentId == id).ToListAsync(cancellationToken)).ToDictionary(score => (score.AgencyId, score.AssessmentCriterionId));
        var values = assessment.IsDraft ? await ValuesAsync(assessment, criteria, [.. agencies.Select(agency => agency.AgencyId)], cancellationToken) : [];
        var lines = agencies.ConvertAll(agency =>
        {
            List<BoardCell> cells = [.. criteria.Select((criterion, index) => Cell(assessment, criterion, scores.GetValueOrDefault((agency.AgencyId, criterion.AssessmentCriterionId)), values.Count == 0 ? null : values[index]?.GetValueOrDefault(agency.AgencyId)))];
            return new BoardLine(agency.AgencyId, agency.Name, agency.Remark, cells, cells.Sum(cell => cell.Points ?? 0), 0);
        });
        return new Board(criteria, Ranked(lines));
    }

    /// <summary>1, 2, 2, 4.</summary>
    public static IReadOnlyList<BoardLine> Ranked(IEnumerable<BoardLine> lines)
    {
        var sorted = lines.OrderByDescending(line => line.Total).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            sorted[i] = sorted[i] with { Rank = i > 0 && sorted[i - 1].Total == sorted[i].Total ? sorted[i - 1].Rank : i + 1 };
        }

        return sorted;
    }

    /// <summary>Points that a value gives; null: there is nothing it is a share of.</summary>
    public static int? PointsOf(AssessmentCriterion criterion, FigureValue value)
    {
        if (value.Of == 0)
        {
            return null;
        }

        return ScoreSteps.TryRead(criterion.Steps, out var steps) ? Math.Min(criterion.MaxPoints, steps.PointsOf(value))
            : value.Of is { } of ? (int)Math.Round(criterion.MaxPoints * value.Value / of, MidpointRounding.AwayFromZero) : null;
    }

    private BoardCell Cell(Assessment assessment, AssessmentCriterion criterion, AssessmentScore? score, FigureValue? value)
    {
        if (!assessment.IsDraft)
        {
            return score is null ? BoardCell.Empty : new BoardCell(score.Value, score.Of, score.Computed, score.Given, score.Reason);
        }

        if (Find(criterion.Figure) is not { } figure)
        {
            return new BoardCell(null, null, null, score?.Given, score?.Reason);
        }

        var now = value ?? new FigureValue(0, figure.IsShare ? 0 : null);
        return new BoardCell((long)now.Value, (long?)now.Of, PointsOf(criterion, now), score?.Given, score?.Reason);
    }

    private async Task<List<IReadOnlyDictionary<Guid, FigureValue>?>> ValuesAsync(Assessment assessment, List<AssessmentCriterion> criteria, IReadOnlyList<Guid> agencies, CancellationToken cancellationToken)
    {
        var values = new List<IReadOnlyDictionary<Guid, FigureValue>?>();
        foreach (var criterion in criteria)
        {
            values.Add(Find(criterion.Figure) is { } figure ? await figure.OfAsync(new FigureAsk(agencies, assessment.From, assessment.To, criterion.Forms, criterion.Integrated, assessment.PlanId), cancellationToken) : null);
        }

        return values;
    }
}
