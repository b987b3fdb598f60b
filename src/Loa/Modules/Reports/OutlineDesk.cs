using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Who may see and change an outline, and what is done with it. The caller saves.</summary>
internal sealed class OutlineDesk(LoaDbContext db, ReportScope scope, Calendar calendar, AuditScope audit)
{
    /// <summary>Those of bodies for which one runs reports.</summary>
    public IQueryable<ReportOutline> Editable => scope.Outlines(Permissions.ReportsRun);

    /// <summary>Those one may change; and of those put to use, the ones of bodies one sees and the ones from which a report one sees was begun.</summary>
    public IQueryable<ReportOutline> Visible
    {
        get
        {
            var (kept, seen, reports) = (scope.Agencies(Permissions.ReportsRun), scope.Agencies(Permissions.ReportsRead), scope.Visible);
            return db.Set<ReportOutline>().Where(outline => kept.Any(agency => agency.AgencyId == outline.OwnerAgencyId)
                || (outline.State != OutlineState.Draft && (seen.Any(agency => agency.AgencyId == outline.OwnerAgencyId)
                    || db.Set<ReportingPeriod>().Any(period => period.ReportOutlineId == outline.ReportOutlineId && reports.Any(report => report.ReportingPeriodId == period.ReportingPeriodId)))));
        }
    }

    /// <summary>With its sections and figures.</summary>
    public Task<ReportOutline?> FindAsync(Guid outlineId, CancellationToken cancellationToken) => WholeAsync(Visible, outlineId, cancellationToken);

    /// <summary>With its sections and figures; only a draft is changed.</summary>
    public Task<ReportOutline?> FindDraftAsync(Guid outlineId, CancellationToken cancellationToken) => WholeAsync(Editable.Where(outline => outline.State == OutlineState.Draft), outlineId, cancellationToken);

    /// <summary>With its sections and figures; one that can have a new version.</summary>
    public Task<ReportOutline?> FindInUseAsync(Guid outlineId, CancellationToken cancellationToken) => WholeAsync(Editable.Where(outline => outline.State == OutlineState.InUse), outlineId, cancellationToken);

    public void Start(ReportOutline outline)
    {
        audit.Describe("Soạn đề cương báo cáo");
        (outline.CreatedAt, outline.ChangedAt) = (calendar.UtcNow, calendar.UtcNow);
        OutlineOrder.Arrange(outline);
        db.Add(outline);
    }

    /// <summary>Must come before a change of a draft, its sections or its figures: whoever changed it meanwhile is not overwritten.</summary>
    /// <param name="seen">The revision the person had before them.</param>
    public void Change(ReportOutline draft, long seen, string what)
    {
        audit.Describe(what);
        var entry = db.Entry(draft);
        entry.Property(outline => outline.Revision).OriginalValue = seen;
        draft.ChangedAt = calendar.UtcNow;
        // Sections and figures have no revision of their own: the outline's row is written with each of them.
        entry.Property(outline => outline.ChangedAt).IsModified = true;
    }

    /// <summary>A draft that will take the place of one in use; its sections and figures stay the same ones, so that periods can be compared.</summary>
    public ReportOutline StartVersion(ReportOutline old, string reason)
    {
        var next = Like(old, old.OwnerAgencyId);
        (next.Version, next.ReplacesId, next.Reason) = (old.Version + 1, old.ReportOutlineId, reason);
        foreach (var part in old.Sections)
        {
            var copy = part.CopyTo(next.ReportOutlineId);
            next.Sections.Add(copy);
            next.Figures.AddRange(OutlineOrder.Figures(old, part.OutlineSectionId).Select(figure => figure.CopyTo(next.ReportOutlineId, copy.OutlineSectionId)));
        }

        Start(next);
        audit.Describe("Lập bản mới của đề cương báo cáo", reason);
        return next;
    }

    /// <summary>A new outline with the same sections and figures, which from then on are others.</summary>
    public ReportOutline Copy(ReportOutline from, Guid ownerId, string title)
    {
        var copy = Like(from, ownerId);
        (copy.Title, copy.PlanId) = (title, from.OwnerAgencyId == ownerId ? from.PlanId : null);
        var figures = from.Figures.ToDictionary(figure => figure.FigureId, _ => Guid.CreateVersion7());
        foreach (var part in from.Sections)
        {
            var section = part.CopyTo(copy.ReportOutlineId);
            section.SectionId = Guid.CreateVersion7();
            copy.Sections.Add(section);
            foreach (var figure in OutlineOrder.Figures(from, part.OutlineSectionId).Select(figure => figure.CopyTo(copy.ReportOutlineId, section.OutlineSectionId)))
            {
                (figure.FigureId, figure.Parts) = (figures[figure.FigureId], [.. figure.Parts.Where(figures.ContainsKey).Select(id => figures[id])]);
                figure.OverId = figure.OverId is { } over && figures.TryGetValue(over, out var known) ? known : null;
                figure.TargetId = copy.PlanId is null ? null : figure.TargetId;
                copy.Figures.Add(figure);
            }
        }

        Start(copy);
        audit.Describe("Sao chép đề cương báo cáo");
        return copy;
    }

    /// <summary>From then on reports are begun from it, and no longer from the version before.</summary>
    public async Task PutToUseAsync(ReportOutline draft, long seen, CancellationToken cancellationToken)
    {
        Change(draft, seen, "Đưa đề cương báo cáo vào dùng");
        draft.State = OutlineState.InUse;
        if (draft.ReplacesId is { } old)
        {
            (await db.Set<ReportOutline>().SingleAsync(replaced => replaced.ReportOutlineId == old, cancellationToken)).State = OutlineState.Replaced;
        }
    }

    public void Discard(ReportOutline draft, long seen)
    {
        Change(draft, seen, "Bỏ đề cương đang soạn");
        db.Remove(draft);
    }

    public void Add(ReportOutline draft, OutlineSection added)
    {
        db.Add(added);
        if (!draft.Sections.Contains(added))
        {
            draft.Sections.Add(added);
        }

        OutlineOrder.Arrange(draft);
    }

    public void Add(ReportOutline draft, OutlineFigure added)
    {
        db.Add(added);
        if (!draft.Figures.Contains(added))
        {
            draft.Figures.Add(added);
        }

        OutlineOrder.Arrange(draft);
    }

    /// <summary>With its figures; what stands below it then stands below the one before.</summary>
    public void Remove(ReportOutline draft, OutlineSection removed)
    {
        foreach (var figure in OutlineOrder.Figures(draft, removed.OutlineSectionId))
        {
            draft.Figures.Remove(figure);
            db.Remove(figure);
        }

        draft.Sections.Remove(removed);
        db.Remove(removed);
        OutlineOrder.Arrange(draft);
    }

    public void Remove(ReportOutline draft, OutlineFigure removed)
    {
        draft.Figures.Remove(removed);
        db.Remove(removed);
        OutlineOrder.Arrange(draft);
    }

    private static ReportOutline Like(ReportOutline other, Guid ownerId) => new()
    {
        ReportOutlineId = Guid.CreateVersion7(),
        OwnerAgencyId = ownerId,
        PlanId = other.PlanId,
        Title = other.Title,
        PartOf = other.PartOf,
        PartNumber = other.PartNumber,
    };

    private static Task<ReportOutline?> WholeAsync(IQueryable<ReportOutline> outlines, Guid outlineId, CancellationToken cancellationToken) =>
        outlines.Include(outline => outline.Sections).Include(outline => outline.Figures).AsSplitQuery().FirstOrDefaultAsync(outline => outline.ReportOutlineId == outlineId, cancellationToken);
}
