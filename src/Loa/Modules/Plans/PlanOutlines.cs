using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Reading;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>The outline of reports ("ĐỀ CƯƠNG BÁO CÁO") that came with a plan.</summary>
internal sealed class PlanOutlines(LoaDbContext db)
{
    /// <summary>As it was read from the document, in its order; empty where there is none.</summary>
    public async Task<IReadOnlyList<OutlineSection>> OfAsync(Guid planId, CancellationToken cancellationToken)
    {
        var json = await (
            from plan in db.Set<Plan>()
            join reading in db.Set<ImportReading>() on plan.PlanImportId equals reading.PlanImportId
            where plan.PlanId == planId
            select reading.Json).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return json is null ? [] : StoredReading.Parse(json).Content.ReportOutline;
    }
}
