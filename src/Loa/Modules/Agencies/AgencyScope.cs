using Loa.Data;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Which part of the tree a person keeps: an officer's own agency and what is below it, the whole tree for those at its top.</summary>
internal sealed class AgencyScope(LoaDbContext db, CurrentUser user)
{
    private List<string>? paths;

    /// <param name="path">Of the agency, or of the one a new agency is to stand under; "/" is the top.</param>
    public async Task<bool> MayEditAsync(string path, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Covers(path);
    }

    /// <summary>Call <see cref="LoadAsync"/> first.</summary>
    public bool Covers(string path) => paths!.Exists(own => path.StartsWith(own, StringComparison.Ordinal));

    public bool CoversAny => paths!.Count > 0;

    public async Task LoadAsync(CancellationToken cancellationToken) => paths ??= await PathsAsync(cancellationToken);

    private async Task<List<string>> PathsAsync(CancellationToken cancellationToken)
    {
        var holders = Permissions.HoldersOf(Permissions.AgenciesEdit);
        var grants = user.Grants.Where(grant => holders.Contains(grant.Role)).Select(grant => grant.AgencyId).ToList();
        if (grants.Contains(null))
        {
            return ["/"];
        }

        var own = await db.Set<Agency>().Where(agency => grants.Contains(agency.AgencyId)).Select(agency => new { agency.ParentId, agency.Path }).ToListAsync(cancellationToken);
        // Party and mass organisations stand beside the province's committee, not below it, and somebody must enter them.
        return [.. own.Select(agency => agency.ParentId is null ? "/" : agency.Path)];
    }
}
