using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.UnitPlans;

/// <summary>The people of an agency who can be put in charge of a task.</summary>
internal sealed class InChargePeople(LoaDbContext db)
{
    private const int Most = 500;

    /// <summary>For a field that suggests them; others may be typed, as not everyone uses Loa.</summary>
    public Task<List<string>> NamesAsync(Guid agencyId, CancellationToken cancellationToken) =>
        Of(agencyId).Select(person => person.DisplayName).Distinct().OrderBy(name => VietnameseOrder.Of(name)).Take(Most).ToListAsync(cancellationToken);

    /// <summary>Hands the agency's own work to the first person in charge whose name one colleague, and only one, bears.</summary>
    public async Task AssignAsync(Plan plan, IEnumerable<Assignment> assignments, CancellationToken cancellationToken)
    {
        var named = plan.Tasks.Where(task => task.InCharge is not null).ToDictionary(task => task.PlanTaskId, task => task.InCharge!.Split('\n'));
        if (named.Count == 0)
        {
            return;
        }

        var names = named.Values.SelectMany(people => people).Distinct().ToList();
        var found = await Of(plan.OwnerAgencyId).Where(person => names.Contains(person.DisplayName)).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancellationToken);
        var byName = found.GroupBy(person => person.DisplayName, StringComparer.Ordinal).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Id, StringComparer.Ordinal);
        foreach (var work in assignments.Where(work => work.AgencyId == plan.OwnerAgencyId))
        {
            if (named.TryGetValue(work.PlanTaskId, out var people) && Array.Find(people, byName.ContainsKey) is { } name)
            {
                work.AssigneeId = byName[name];
            }
        }
    }

    private IQueryable<User> Of(Guid agencyId) => db.PeopleOf(agencyId, Permissions.WorkDo).AsNoTracking();
}
