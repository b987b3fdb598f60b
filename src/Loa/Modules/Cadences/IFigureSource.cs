using Loa.Data;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>A number that a module knows of agencies, for targets: who reads documents, who answers surveys, how many people there are. Modules register theirs (scoped).</summary>
internal interface IFigureSource
{
    /// <summary>What a measure remembers; never changed.</summary>
    string Name { get; }

    /// <summary>A key of the localizer.</summary>
    string Title { get; }

    /// <summary>Agency → its number over the days; an agency without one is left out.</summary>
    Task<IReadOnlyDictionary<Guid, decimal>> ComputeAsync(IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <summary>How many people work for an agency, as last counted by the end of the days.</summary>
internal sealed class HeadcountFigure(LoaDbContext db) : IFigureSource
{
    public string Name => "agency.headcount";

    public string Title => "Số cán bộ, công chức, viên chức, người lao động của cơ quan";

    public async Task<IReadOnlyDictionary<Guid, decimal>> ComputeAsync(IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var rows = await db.Set<AgencyHeadcount>().Where(count => agencyIds.Contains(count.AgencyId) && count.CountedOn <= to).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AgencyId).ToDictionary(group => group.Key, group => (decimal)group.MaxBy(row => row.CountedOn)!.Count);
    }
}
