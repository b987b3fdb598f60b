using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Plans.UnitPlans.Composing;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

/// <summary>The plan of the person's own agency, drawn up from the province's, with someone in charge of each task and what it may cost.</summary>
internal sealed class DemoUnitPlan(LoaDbContext db, UnitDrafts drafts, UnitViews views, UnitIssue unitIssue, Calendar calendar, CurrentUser user)
{
    public async Task WriteAsync(Guid planId, int number, DateOnly signedOn, CancellationToken cancellationToken)
    {
        var plan = await db.Set<Plan>().AsNoTracking().AsSplitQuery().Include(p => p.Bases).Include(p => p.Texts).Include(p => p.Targets).Include(p => p.Cadences).Include(p => p.Reporting).SingleAsync(p => p.PlanId == planId, cancellationToken);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.AgencyId == user.AgencyId, cancellationToken);
        var above = await db.Set<Agency>().AsNoTracking().Where(a => a.AgencyId == agency.ParentId).ToListAsync(cancellationToken);
        // What is finished already is not planned any more.
        var open = await db.Set<Assignment>().Where(work => work.PlanId == planId && work.HolderAgencyId == agency.AgencyId && work.State == AssignmentState.Open).Select(work => work.PlanTaskId).ToListAsync(cancellationToken);
        var given = (await views.GivenAsync(planId, agency.AgencyId, cancellationToken)).Where(clause => open.Contains(clause.PlanTaskId)).ToList();
        var draft = UnitDraft.Of(plan, UnitHeading.Of(AgencyRef.Of(agency), [.. above.Select(AgencyRef.Of)], plan), given, new TakeOver
        {
            Bases = [.. plan.Bases.Select(basis => basis.PlanBasisId)],
            Texts = [.. plan.Texts.Select(text => text.PlanTextId)],
            Targets = [.. plan.Targets.Select(target => target.TargetId)],
            Tasks = [.. given.Select(clause => clause.PlanTaskId)],
        });
        for (var i = 0; i < draft.Tasks.Count; i++)
        {
            draft.Tasks[i].InCharge = [user.Name!];
            draft.Tasks[i].Estimate = (i + 1) * 2_500_000;
        }

        var draftId = await drafts.StartAsync(planId, agency, draft, null, cancellationToken);
        var import = await db.Set<PlanImport>().SingleAsync(candidate => candidate.PlanImportId == draftId, cancellationToken);
        (draft.Heading.Reference, draft.Heading.Date) = ($"{number:00}{draft.Heading.Reference}", signedOn < calendar.VietnamToday ? signedOn : calendar.VietnamToday);
        await unitIssue.IssueAsync(import, draft, null, cancellationToken);
    }
}
