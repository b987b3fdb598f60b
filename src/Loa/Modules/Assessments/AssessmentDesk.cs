using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments.Detail;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments;

/// <summary>Who may see and change an assessment, and what is done with it. The caller saves, except where it says otherwise.</summary>
internal sealed class AssessmentDesk(LoaDbContext db, AssessmentBoard boards, AgencyScope scope, JobQueue jobs, Calendar calendar, CurrentUser user, AuditScope audit)
{
    /// <summary>Those of bodies for which the person may issue.</summary>
    public IQueryable<Assessment> Editable => db.Set<Assessment>().Where(assessment => Kept(Permissions.PlansIssue).Any(agency => agency.AgencyId == assessment.OwnerAgencyId));

    /// <summary>Those one may change, and published ones that judge an agency one may look at.</summary>
    public IQueryable<Assessment> Visible
    {
        get
        {
            var (kept, seen) = (Kept(Permissions.PlansIssue), Kept(Permissions.ActivitiesRead));
            return db.Set<Assessment>().Where(assessment => kept.Any(agency => agency.AgencyId == assessment.OwnerAgencyId)
                || (assessment.State != AssessmentState.Draft && (seen.Any(agency => agency.AgencyId == assessment.OwnerAgencyId) || assessment.Agencies.Any(judged => seen.Any(agency => agency.AgencyId == judged.AgencyId)))));
        }
    }

    public Task<Assessment?> FindAsync(Guid assessmentId, CancellationToken cancellationToken) => Visible.FirstOrDefaultAsync(assessment => assessment.AssessmentId == assessmentId, cancellationToken);

    /// <summary>Only a draft is changed.</summary>
    public Task<Assessment?> FindDraftAsync(Guid assessmentId, CancellationToken cancellationToken) =>
        Editable.FirstOrDefaultAsync(assessment => assessment.AssessmentId == assessmentId && assessment.State == AssessmentState.Draft, cancellationToken);

    public Task<bool> MayEditAsync(Assessment assessment, CancellationToken cancellationToken) => scope.CoversAsync(Permissions.PlansIssue, assessment.OwnerAgencyId, cancellationToken);

    /// <summary>Of its agencies, those whose part the person may see: all, for whoever may look at its body.</summary>
    public async Task<HashSet<Guid>?> SeenAsync(Assessment assessment, CancellationToken cancellationToken)
    {
        if (await MayEditAsync(assessment, cancellationToken) || await scope.CoversAsync(Permissions.ActivitiesRead, assessment.OwnerAgencyId, cancellationToken))
        {
            return null;
        }

        var seen = Kept(Permissions.ActivitiesRead);
        return [.. await db.Set<AssessmentAgency>().Where(judged => judged.AssessmentId == assessment.AssessmentId && seen.Any(agency => agency.AgencyId == judged.AgencyId)).Select(judged => judged.AgencyId).ToListAsync(cancellationToken)];
    }

    public void Start(Assessment assessment)
    {
        audit.Describe("Lập đánh giá công tác tuyên truyền");
        (assessment.CreatedAt, assessment.ChangedAt) = (calendar.UtcNow, calendar.UtcNow);
        db.Add(assessment);
    }

    public void Change(Assessment assessment, string what)
    {
        audit.Describe(what);
        assessment.ChangedAt = calendar.UtcNow;
    }

    /// <summary>Criteria of an earlier one, as they stand there, for a new one.</summary>
    public async Task CopyCriteriaAsync(Guid fromId, Assessment to, CancellationToken cancellationToken)
    {
        foreach (var criterion in await db.Set<AssessmentCriterion>().AsNoTracking().Where(criterion => criterion.AssessmentId == fromId).OrderBy(criterion => criterion.Ordinal).ToListAsync(cancellationToken))
        {
            to.Criteria.Add(Copy(criterion, to.AssessmentId));
        }
    }

    /// <summary>A draft that will take the place of a published one: its criteria, agencies and what people set come along.</summary>
    public async Task<Assessment> StartVersionAsync(Assessment old, string reason, CancellationToken cancellationToken)
    {
        var next = new Assessment
        {
            AssessmentId = Guid.CreateVersion7(),
            OwnerAgencyId = old.OwnerAgencyId,
            PlanId = old.PlanId,
            Title = old.Title,
            Description = old.Description,
            From = old.From,
            To = old.To,
            Version = old.Version + 1,
            ReplacesId = old.AssessmentId,
            Reason = reason,
        };
        audit.Describe("Lập bản đánh giá mới", reason);
        (next.CreatedAt, next.ChangedAt) = (calendar.UtcNow, calendar.UtcNow);
        var criteria = (await db.Set<AssessmentCriterion>().AsNoTracking().Where(criterion => criterion.AssessmentId == old.AssessmentId).ToListAsync(cancellationToken)).ToDictionary(criterion => criterion.AssessmentCriterionId, criterion => Copy(criterion, next.AssessmentId));
        next.Criteria.AddRange(criteria.Values);
        next.Agencies.AddRange((await db.Set<AssessmentAgency>().AsNoTracking().Where(agency => agency.AssessmentId == old.AssessmentId).ToListAsync(cancellationToken))
            .Select(agency => new AssessmentAgency { AssessmentId = next.AssessmentId, AgencyId = agency.AgencyId, Remark = agency.Remark, ChangedAt = calendar.UtcNow }));
        db.Add(next);
        db.AddRange((await db.Set<AssessmentScore>().AsNoTracking().Where(score => score.AssessmentId == old.AssessmentId && score.Given != null).ToListAsync(cancellationToken))
            .Select(score => new AssessmentScore { AssessmentId = next.AssessmentId, AgencyId = score.AgencyId, AssessmentCriterionId = criteria[score.AssessmentCriterionId].AssessmentCriterionId, Given = score.Given, Reason = score.Reason }));
        return next;
    }

    /// <summary>Writes down every score and rank for good, takes the place of the version before, tells the agencies; saves.</summary>
    public async Task PublishAsync(Assessment assessment, CancellationToken cancellationToken)
    {
        audit.Describe("Công bố đánh giá công tác tuyên truyền");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The rows whose revisions are checked are read before the scores: whoever sets one in between is not overlooked.
        var agencies = await db.Set<AssessmentAgency>().Where(agency => agency.AssessmentId == assessment.AssessmentId).ToDictionaryAsync(agency => agency.AgencyId, cancellationToken);
        var set = (await db.Set<AssessmentScore>().Where(score => score.AssessmentId == assessment.AssessmentId).ToListAsync(cancellationToken)).ToDictionary(score => (score.AgencyId, score.AssessmentCriterionId));
        var board = await boards.LoadAsync(assessment, cancellationToken);
        var rest = new List<AssessmentScore>();
        foreach (var line in board.Lines)
        {
            (agencies[line.AgencyId].Total, agencies[line.AgencyId].Rank) = (line.Total, line.Rank);
            foreach (var (cell, criterion) in line.Cells.Zip(board.Criteria))
            {
                if (!set.TryGetValue((line.AgencyId, criterion.AssessmentCriterionId), out var score))
                {
                    rest.Add(score = new AssessmentScore { AssessmentId = assessment.AssessmentId, AgencyId = line.AgencyId, AssessmentCriterionId = criterion.AssessmentCriterionId });
                }

                (score.Value, score.Of, score.Computed) = (cell.Value, cell.Of, cell.Computed);
            }
        }

        (assessment.State, assessment.PublishedAt, assessment.PublishedById, assessment.ChangedAt) = (AssessmentState.Published, calendar.UtcNow, user.UserId, calendar.UtcNow);
        if (assessment.ReplacesId is { } old)
        {
            (await db.Set<Assessment>().SingleAsync(replaced => replaced.AssessmentId == old, cancellationToken)).State = AssessmentState.Replaced;
        }

        jobs.Enqueue(TellAssessmentJob.Kind, new TellAssessmentJob.Order(assessment.AssessmentId));
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertRowsAsync(rest, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static AssessmentCriterion Copy(AssessmentCriterion criterion, Guid assessmentId) => new()
    {
        AssessmentCriterionId = Guid.CreateVersion7(),
        AssessmentId = assessmentId,
        Ordinal = criterion.Ordinal,
        Name = criterion.Name,
        Description = criterion.Description,
        MaxPoints = criterion.MaxPoints,
        Figure = criterion.Figure,
        Forms = [.. criterion.Forms],
        Integrated = criterion.Integrated,
        Steps = criterion.Steps,
    };

    private IQueryable<Agency> Kept(string permission) => db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);
}
