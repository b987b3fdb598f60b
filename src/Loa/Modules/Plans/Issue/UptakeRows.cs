using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans.Import.Reading;

namespace Loa.Modules.Plans.Issue;

/// <summary>Which agencies a plan asks for a plan of their own.</summary>
internal static class UptakeRows
{
    /// <summary>What the plan's own text says of it: duties first, then tasks, then the rest.</summary>
    /// <param name="plan">With its tasks, their agencies, and its responsibilities.</param>
    public static UnitPlanDemand? DemandOf(Plan plan, StoredReading reading)
    {
        var duties = plan.Responsibilities.SelectMany(r => r.Duties.Select(duty => (duty.Text, (string?)r.Agency)));
        var tasks = plan.Tasks.SelectMany(task => new[] { task.Content, task.Detail, $"{task.Content} {task.When}" }.OfType<string>()
            .Select(text => (text, (string?)string.Join(", ", task.Agencies.Where(agency => agency.Role == AssignmentRole.Lead).Select(agency => agency.Text)))));
        var text = reading.Content.Sections.SelectMany(Paragraphs).Select(paragraph => (paragraph, (string?)null));
        var years = plan.Year is { } from ? new ProgrammeYears(from, plan.YearTo ?? from) : (ProgrammeYears?)null;
        return UnitPlanDemands.First(duties.Concat(tasks).Concat(text), years, plan.Date);
    }

    /// <summary>One row for every agency that leads or coordinates something that is not a request; the plan's own agency needs none.</summary>
    public static List<PlanUptake> Of(Plan plan, DateOnly? dueOn, IEnumerable<Assignment> assignments) =>
        [.. assignments.Where(a => !a.IsRequest && a.Role is AssignmentRole.Lead or AssignmentRole.Coordinating && a.AgencyId != plan.OwnerAgencyId)
            .GroupBy(a => a.AgencyId).Select(given => Of(plan.PlanId, given.Key, given.First().HolderAgencyId, dueOn))];

    public static PlanUptake Of(Guid planId, Guid agencyId, Guid holderId, DateOnly? dueOn) =>
        new() { PlanId = planId, AgencyId = agencyId, HolderAgencyId = holderId, DueOn = dueOn, Revision = 1 };

    private static IEnumerable<string> Paragraphs(PlanSection section) => section.Paragraphs.Concat(section.Children.SelectMany(Paragraphs));
}
