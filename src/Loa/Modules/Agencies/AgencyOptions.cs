using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies;

/// <summary>The agencies of a scope in tree order, for a picker that also works without scripts.</summary>
internal sealed class AgencyOptions(LoaDbContext db, AgencyGroups groups, Calendar calendar, IStringLocalizer words)
{
    /// <summary>More are found by typing.</summary>
    public const int Most = 400;

    public async Task<IReadOnlyList<PickerOption>> WithinAsync(AccessScope scope, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Within(scope, agency => agency.Path).OrderBy(agency => agency.Path).Take(Most)
            .Select(agency => new { agency.AgencyId, agency.ShortName, agency.Path, agency.Level }).ToListAsync(cancellationToken);
        var top = rows.Count == 0 ? 0 : rows.Min(row => Depth(row.Path));
        return [.. rows.Select(row => new PickerOption(row.AgencyId.ToString(), row.ShortName, Depth(row.Path) - top, words[AgencyWords.Of(row.Level)]))];
    }

    /// <summary>Choices as <see cref="AgencyTarget"/> writes them: groups that mean somebody today, then agencies.</summary>
    public async Task<IReadOnlyList<PickerOption>> TargetsWithinAsync(AccessScope scope, CancellationToken cancellationToken) =>
    [
        .. (await groups.AllAsync(calendar.VietnamToday, cancellationToken)).Where(one => !one.IsEmpty).Select(one => new PickerOption(AgencyTarget.Of(null, one.Group.AgencyGroupId), one.Group.Name, Note: words["Nhóm cơ quan"])),
        .. (await WithinAsync(scope, cancellationToken)).Select(agency => agency with { Value = AgencyTarget.Of(Guid.Parse(agency.Value), null) }),
    ];

    private static int Depth(string path) => path.Count(c => c == '/');
}
