using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import.Names;

/// <summary>Resolves the agencies of a draft against the tree, and remembers what the officer says they are.</summary>
internal sealed class DraftAgencies(LoaDbContext db, AgencyResolver resolver, AuditScope audit)
{
    public const string Outside = "ngoai";

    public async Task<DraftNames> ResolveAsync(PlanDraft draft, Guid ownerAgencyId, CancellationToken cancellation) =>
        new(draft, await resolver.ResolveAsync(DraftNames.Used(draft).Select(use => use.Text), ownerAgencyId, draft.Heading.Date, cancellation));

    /// <summary>How a form names an agency, a group, or a body outside Loa.</summary>
    public static string Target(Guid? agencyId, Guid? groupId) => agencyId is { } agency ? $"a-{agency}" : groupId is { } group ? $"g-{group}" : Outside;

    /// <returns>False when the target is not one of this tree.</returns>
    public async Task<bool> RememberAsync(Guid ownerAgencyId, string name, string? target, CancellationToken cancellation)
    {
        audit.Describe("Xác định cơ quan trong kế hoạch");
        if (string.IsNullOrWhiteSpace(name))
            return false;
        if (string.IsNullOrEmpty(target))
            await resolver.ForgetAsync(name, ownerAgencyId, cancellation);
        else if (target == Outside)
            await resolver.RememberOutsideAsync(name, ownerAgencyId, cancellation);
        else if (target.StartsWith("a-", StringComparison.Ordinal) && Guid.TryParse(target[2..], out var agency) && await db.Set<Agency>().AnyAsync(a => a.AgencyId == agency, cancellation))
            await resolver.RememberAgencyAsync(name, agency, ownerAgencyId, cancellation);
        else if (target.StartsWith("g-", StringComparison.Ordinal) && Guid.TryParse(target[2..], out var group) && await db.Set<AgencyGroup>().AnyAsync(g => g.AgencyGroupId == group, cancellation))
            await resolver.RememberGroupAsync(name, group, ownerAgencyId, cancellation);
        else
            return false;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Groups and agencies in tree order, for the picker.</summary>
    public async Task<IReadOnlyList<(string Value, string Text, int Depth)>> OptionsAsync(CancellationToken cancellation)
    {
        var (agencies, groups) = await resolver.ListAsync(cancellationToken: cancellation);
        return
        [
            .. groups.Select(g => (Target(null, g.AgencyGroupId), g.Name, 0)),
            .. agencies.OrderBy(a => a.Path, StringComparer.Ordinal).Select(a => (Target(a.AgencyId, null), a.Name, a.Path.Count(c => c == '/') - 2)),
        ];
    }
}
