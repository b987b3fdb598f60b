using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Who reports in a period, to whom, and whose activities each report counts.</summary>
/// <param name="Agencies">In the order of official lists, the owner first, with names and places of the day of the tree.</param>
/// <param name="Receivers">Reporting agency → the one its report goes to; the owner is not in it.</param>
/// <param name="Counted">Every agency that existed below the owner at some time of the period → the reporting agency that counts it: exactly one.</param>
internal sealed record ExpectedReports(IReadOnlyList<Agency> Agencies, IReadOnlyDictionary<Guid, Guid> Receivers, IReadOnlyDictionary<Guid, Guid> Counted);

/// <summary>
/// Reads who is asked (one or more of "d-id" a subtree, "g-id" a group, "a-id" an agency, each as <see cref="AgencyTarget"/> writes it, or <see cref="OfPlan"/>, parted by blanks) on the
/// tree of the period's day. A report goes to the nearest agency above that reports too. What does not report itself is counted by the nearest above that does; what ended before the
/// day, or began after it, by whoever carries it on or came before it.
/// </summary>
internal sealed class ReportReach(LoaDbContext db, AgencyTree tree, AgencyGroups groups, Successors successors)
{
    /// <summary>Agencies that the outline's plan gives work.</summary>
    public const string OfPlan = "ke-hoach";

    /// <summary>Null: the owner does not exist on the day.</summary>
    public async Task<ExpectedReports?> ExpectedAsync(ReportingPeriod period, Guid? planId, CancellationToken cancellationToken)
    {
        var below = await BelowAsync(period, cancellationToken);
        return below.Count == 0 ? null : await ArrangeAsync(period, below, await AskedAsync(period, planId, below, cancellationToken), cancellationToken);
    }

    /// <summary>The same for agencies that are known; those that are not below the owner on the period's day are left out.</summary>
    public async Task<ExpectedReports?> OfAsync(ReportingPeriod period, IReadOnlySet<Guid> asked, CancellationToken cancellationToken)
    {
        var below = await BelowAsync(period, cancellationToken);
        return below.Count == 0 ? null : await ArrangeAsync(period, below, asked, cancellationToken);
    }

    /// <summary>The owner and everything below it on the period's day; empty where it does not exist then.</summary>
    private async Task<IReadOnlyList<Agency>> BelowAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var standing = await tree.OnAsync(period.TreeOn, cancellationToken);
        return standing.FirstOrDefault(agency => agency.AgencyId == period.OwnerAgencyId) is { } owner ? [.. standing.Where(agency => agency.Path.StartsWith(owner.Path, StringComparison.Ordinal))] : [];
    }

    private async Task<ExpectedReports> ArrangeAsync(ReportingPeriod period, IReadOnlyList<Agency> below, IReadOnlySet<Guid> asked, CancellationToken cancellationToken)
    {
        var owner = below.First(agency => agency.AgencyId == period.OwnerAgencyId);
        var reporting = below.Where(agency => agency.AgencyId != owner.AgencyId && asked.Contains(agency.AgencyId)).Prepend(owner).ToList();
        var byPath = reporting.ToDictionary(agency => agency.Path, agency => agency.AgencyId, StringComparer.Ordinal);
        var receivers = reporting.Skip(1).ToDictionary(agency => agency.AgencyId, agency => Nearest(ParentPath(agency.Path), byPath)!.Value);
        var counted = below.ToDictionary(agency => agency.AgencyId, agency => Nearest(agency.Path, byPath)!.Value);
        await CountTheOthersAsync(period, counted, cancellationToken);
        return new ExpectedReports(reporting, receivers, counted);
    }

    private async Task<HashSet<Guid>> AskedAsync(ReportingPeriod period, Guid? planId, IReadOnlyList<Agency> below, CancellationToken cancellationToken)
    {
        var asked = new HashSet<Guid>();
        foreach (var target in period.Target.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (target == OfPlan)
            {
                asked.UnionWith(await GivenWorkAsync(period, planId, below, cancellationToken));
            }
            else if (AgencyTarget.Agency(target) is { } agencyId)
            {
                asked.Add(agencyId);
            }
            else if (AgencyTarget.Subtree(target) is { } rootId && below.FirstOrDefault(agency => agency.AgencyId == rootId) is { } root)
            {
                asked.UnionWith(below.Where(agency => agency.Path.StartsWith(root.Path, StringComparison.Ordinal)).Select(agency => agency.AgencyId));
            }
            else if (AgencyTarget.Group(target) is { } groupId && await db.Set<AgencyGroup>().AsNoTracking().Include(group => group.Members).FirstOrDefaultAsync(group => group.AgencyGroupId == groupId, cancellationToken) is { } group)
            {
                asked.UnionWith((await groups.MeantAsync(group, period.OwnerAgencyId, period.TreeOn, cancellationToken)).Select(agency => agency.AgencyId));
            }
        }

        return asked;
    }

    /// <summary>Agencies to which the plan gave work by the end of the period; who ended before the tree's day is asked in the person of its successor, who began after it in that of its predecessor.</summary>
    private async Task<IEnumerable<Guid>> GivenWorkAsync(ReportingPeriod period, Guid? planId, IReadOnlyList<Agency> below, CancellationToken cancellationToken)
    {
        var to = period.To;
        var given = await db.Set<Assignment>().Where(work => work.PlanId == planId && work.State != AssignmentState.Withdrawn && (work.AddedOn == null || work.AddedOn <= to)).Select(work => work.AgencyId).Distinct().ToListAsync(cancellationToken);
        var standing = below.Select(agency => agency.AgencyId).ToHashSet();
        var (next, before) = (await successors.OnAsync(period.TreeOn, cancellationToken), await successors.BeforeAsync(period.TreeOn, cancellationToken));
        return given.Select(id => standing.Contains(id) ? id : next.TryGetValue(id, out var heir) ? heir : before.GetValueOrDefault(id, id));
    }

    /// <summary>Agencies that existed in the period, but not on its day: they are followed to whoever stands there in their place.</summary>
    private async Task CountTheOthersAsync(ReportingPeriod period, Dictionary<Guid, Guid> counted, CancellationToken cancellationToken)
    {
        var (from, to, day) = (period.From, period.To, period.TreeOn);
        var others = await db.Set<Agency>().AsNoTracking()
            .Where(agency => (agency.ValidFrom == null || agency.ValidFrom <= to) && (agency.ValidTo == null || agency.ValidTo >= from) && (agency.ValidTo < day || agency.ValidFrom > day))
            .Select(agency => new { agency.AgencyId, agency.ParentId, Ended = agency.ValidTo < day }).ToListAsync(cancellationToken);
        if (others.Count == 0)
        {
            return;
        }

        var next = await successors.OnAsync(day, cancellationToken);
        var before = await successors.BeforeAsync(day, cancellationToken);
        var parents = others.ToDictionary(agency => agency.AgencyId, agency => agency.ParentId);
        foreach (var other in others)
        {
            // Ended without anybody to carry it on, or new without anybody before it: whoever stood above it counts it.
            Guid? stands = (other.Ended ? next : before).TryGetValue(other.AgencyId, out var known) ? known : null;
            for (Guid? at = other.AgencyId; stands is null && at is { } id && parents.TryGetValue(id, out var parent); at = parent)
            {
                stands = parent is { } up && counted.ContainsKey(up) ? up : parent is { } ended && next.TryGetValue(ended, out var heir) ? heir : null;
            }

            if (stands is { } found && counted.TryGetValue(found, out var reporter))
            {
                counted[other.AgencyId] = reporter;
            }
        }
    }

    private static Guid? Nearest(string? path, Dictionary<string, Guid> reporting)
    {
        for (; path is not null; path = ParentPath(path))
        {
            if (reporting.TryGetValue(path, out var agency))
            {
                return agency;
            }
        }

        return null;
    }

    /// <summary>"/tg/tg-snv/" → "/tg/"; null above the top.</summary>
    private static string? ParentPath(string path)
    {
        var cut = path.TrimEnd('/').LastIndexOf('/');
        return cut <= 0 ? null : path[..(cut + 1)];
    }
}
