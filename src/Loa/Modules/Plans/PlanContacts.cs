using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>The bodies to which a plan sends its executors with this or that.</summary>
internal sealed class PlanContacts(LoaDbContext db, AgencyResolver resolver)
{
    /// <summary>
    /// "… nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng hợp …": the body named there, where it is one agency
    /// of the tree; otherwise the agency that issued the plan.
    /// </summary>
    public async Task<Guid> ForDifficultiesAsync(Plan plan, CancellationToken cancellationToken)
    {
        foreach (var name in await NamedAsync(plan, cancellationToken))
        {
            if (await resolver.ResolveAsync(name, plan.OwnerAgencyId, plan.Date, cancellationToken) is { Kind: AgencyMatchKind.Agency, AgencyId: { } agencyId })
            {
                return agencyId;
            }
        }

        return plan.OwnerAgencyId;
    }

    private async Task<List<string>> NamedAsync(Plan plan, CancellationToken cancellationToken)
    {
        var json = await db.Set<ImportReading>().AsNoTracking().Where(reading => reading.PlanImportId == plan.PlanImportId).Select(reading => reading.Json).FirstOrDefaultAsync(cancellationToken);
        return json is null ? [] : [.. Texts(StoredReading.Parse(json).Content.Sections).SelectMany(DifficultyAddresses.Read)];
    }

    private static IEnumerable<string> Texts(IEnumerable<PlanSection> sections) =>
        sections.SelectMany(section => section.Paragraphs.Prepend(section.Title ?? "").Concat(Texts(section.Children)));
}
