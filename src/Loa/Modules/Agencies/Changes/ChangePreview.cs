namespace Loa.Modules.Agencies.Changes;

/// <summary>What a reorganisation would do: who begins, who ends, who goes on differently.</summary>
internal sealed record ChangePreview(DateOnly Day, IReadOnlyList<PreviewLine> Born, IReadOnlyList<PreviewLine> Ended, IReadOnlyList<PreviewLine> Changed)
{
    public static ChangePreview Of(DatedTree tree, AgencyChange change)
    {
        var yesterday = tree.Day.AddDays(-1);
        var touched = change.Parts.Select(part => tree.Get(part.AgencyId)).Distinct().ToList();
        return new ChangePreview(
            tree.Day,
            [.. touched.Where(agency => agency.StateOn(yesterday) is null).Select(agency => new PreviewLine(agency.StateOn(tree.Day)!.Name, ParentOf(tree, agency.StateOn(tree.Day)!)))],
            [.. touched.Where(agency => agency.StateOn(tree.Day) is null).Select(agency => new PreviewLine(agency.StateOn(yesterday)?.Name ?? agency.Name, null))],
            [.. touched.Where(agency => agency.StateOn(yesterday) is { } before && agency.StateOn(tree.Day) is { } after && before != after)
                .Select(agency => Difference(tree, agency.StateOn(yesterday)!, agency.StateOn(tree.Day)!))]);
    }

    private static PreviewLine Difference(DatedTree tree, AgencyState before, AgencyState after) => new(
        before.Name,
        string.Join("; ", new[] { before.Name == after.Name ? null : $"→ {after.Name}", before.ParentId == after.ParentId ? null : $"→ {ParentOf(tree, after)}" }.Where(text => text is not null)));

    private static string? ParentOf(DatedTree tree, AgencyState state) => state.ParentId is { } parentId ? tree.StateOf(parentId).ShortName : null;
}

internal sealed record PreviewLine(string Name, string? Detail);
