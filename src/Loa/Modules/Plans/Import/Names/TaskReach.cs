using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.Import.Names;

/// <summary>
/// Whom a task reaches through one of the names it prints. An agency has a task once, through the first name that means it, leads
/// first; so the numbers shown for the names of a task add up to the agencies that have it, before and after issuing.
/// </summary>
/// <param name="Index">Position among the names of its role.</param>
/// <param name="Given">Who has the task through this name.</param>
/// <param name="LeftOut">Members of an open group that an officer unticked for this task.</param>
internal sealed record TaskReach(AssignmentRole Role, int Index, string Text, AgencyMatch? Match, IReadOnlyList<AgencyRef> Given, IReadOnlyList<AgencyRef> LeftOut)
{
    /// <summary>"… có liên quan": the document does not say who, so an officer may.</summary>
    public bool IsOpen => Match is { Kind: AgencyMatchKind.Group, IsOpen: true };

    /// <summary>The members to choose from, in the order of the tree.</summary>
    public IEnumerable<AgencyRef> Choice => Match!.Agencies.Where(agency => Given.Contains(agency) || LeftOut.Contains(agency));

    public static IReadOnlyList<TaskReach> Of(DraftTask task, DraftNames names)
    {
        var met = new HashSet<Guid>();
        return [.. In(AssignmentRole.Lead, task.Lead).Concat(In(AssignmentRole.Coordinating, task.Coordinating)).Concat(In(AssignmentRole.Monitoring, task.Monitoring))];

        IEnumerable<TaskReach> In(AssignmentRole role, List<string> texts) => texts.Select((text, index) =>
        {
            var match = names.Match(text);
            // A name that says who it means is not weakened by what was unticked in a group that does not.
            var isOpen = match is { Kind: AgencyMatchKind.Group, IsOpen: true };
            var leftOut = isOpen ? match!.Agencies.Where(agency => task.LeftOut.Contains(agency.AgencyId) && !met.Contains(agency.AgencyId)).ToList() : [];
            var given = (match?.Agencies ?? []).Where(agency => !leftOut.Contains(agency) && met.Add(agency.AgencyId)).ToList();
            return new TaskReach(role, index, text, match, given, leftOut);
        });
    }
}
