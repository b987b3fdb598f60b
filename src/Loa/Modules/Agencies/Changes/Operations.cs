namespace Loa.Modules.Agencies.Changes;

/// <summary>An agency that a reorganisation brings into being.</summary>
internal sealed record NewAgency(string Code, string Name, string ShortName, AgencyKind Kind, AgencyLevel Level, Guid? ParentId);

/// <summary>What becomes of the agencies directly below one that ends.</summary>
internal enum ChildrenFate
{
    /// <summary>They stand under the first successor from then on.</summary>
    FollowSuccessor = 1,

    /// <summary>They stand under the parent of the one that ends.</summary>
    MoveUp = 2,

    /// <summary>They end with it, and what is below them too.</summary>
    EndToo = 3,
}

/// <summary>The reorganisations the law knows, each in terms of what happens to states on the day.</summary>
internal static class Operations
{
    public static Agency Establish(DatedTree tree, AgencyChange change, NewAgency wanted)
    {
        if (tree.Agencies.Values.Any(agency => agency.Code == wanted.Code))
        {
            throw new ChangeProblem("Mã {0} đã có cơ quan dùng.", wanted.Code);
        }

        var parent = wanted.ParentId is { } parentId ? tree.Get(parentId) : null;
        var agency = Agency.Create(wanted.Code, wanted.Name, wanted.ShortName, wanted.Kind, wanted.Level, parent, tree.Day);
        tree.Add(agency);
        change.AddPart(agency.AgencyId, AgencyPartRole.Successor);
        return agency;
    }

    public static void Rename(DatedTree tree, AgencyChange change, Guid agencyId, string name, string shortName)
    {
        tree.Change(agencyId, state => (state.Name, state.ShortName) = (name, shortName));
        change.AddPart(agencyId, AgencyPartRole.Changed);
    }

    public static void Move(DatedTree tree, AgencyChange change, Guid agencyId, Guid? parentId)
    {
        tree.MoveUnder(agencyId, parentId);
        change.AddPart(agencyId, AgencyPartRole.Changed);
    }

    /// <summary>Several become one: a new agency, or one of them that goes on (perhaps under a new name).</summary>
    public static void Merge(DatedTree tree, AgencyChange change, IReadOnlyCollection<Guid> agencyIds, Guid successorId, ChildrenFate children = ChildrenFate.FollowSuccessor)
    {
        var ending = agencyIds.Where(id => id != successorId).Distinct().ToList();
        if (ending.Count == 0)
        {
            throw new ChangeProblem("Hãy chọn ít nhất một cơ quan được sáp nhập.");
        }

        foreach (var id in ending)
        {
            if (IsBelow(tree, successorId, id))
            {
                throw new ChangeProblem("{0} nằm trong {1} nên không thể kế thừa cơ quan này.", tree.StateOf(successorId).ShortName, tree.StateOf(id).ShortName);
            }

            EndWithChildren(tree, change, id, successorId, children);
        }

        change.AddPart(successorId, AgencyPartRole.Successor);
    }

    /// <summary>One becomes several. Where it does not go on itself, the first successor takes what was below it and what was open.</summary>
    public static void Split(DatedTree tree, AgencyChange change, Guid agencyId, IReadOnlyList<Guid> successorIds, bool goesOn)
    {
        if (successorIds.Count + (goesOn ? 1 : 0) < 2)
        {
            throw new ChangeProblem("Chia tách cần ít nhất hai cơ quan sau khi chia.");
        }

        if (goesOn)
        {
            tree.StateOf(agencyId);
            change.AddPart(agencyId, AgencyPartRole.Changed);
        }
        else
        {
            EndWithChildren(tree, change, agencyId, successorIds[0], ChildrenFate.FollowSuccessor);
        }

        foreach (var id in successorIds)
        {
            change.AddPart(id, AgencyPartRole.Successor);
        }
    }

    public static void Dissolve(DatedTree tree, AgencyChange change, Guid agencyId, Guid? successorId, ChildrenFate children)
    {
        EndWithChildren(tree, change, agencyId, successorId, children);
        if (successorId is { } id)
        {
            change.AddPart(id, AgencyPartRole.Successor);
        }
    }

    /// <summary>
    /// Every agency of the level below <paramref name="rootId"/> ends; lower levels that stand under one of them move to the nearest agency above that
    /// goes on (communes under their province).
    /// </summary>
    public static void EndLevel(DatedTree tree, AgencyChange change, Guid rootId, AgencyLevel level)
    {
        var ending = tree.Agencies.Values.Where(agency => agency.StateOn(tree.Day)?.Level == level && IsBelow(tree, agency.AgencyId, rootId)).Select(agency => agency.AgencyId).ToHashSet();
        if (ending.Count == 0)
        {
            throw new ChangeProblem("Không còn cơ quan nào ở cấp này vào ngày {0}.", Platform.Formats.Date(tree.Day));
        }

        var orphans = tree.Agencies.Values
            .Where(agency => !ending.Contains(agency.AgencyId) && agency.StateOn(tree.Day)?.ParentId is { } parentId && ending.Contains(parentId))
            .Select(agency => agency.AgencyId).ToList();
        foreach (var id in orphans)
        {
            var above = tree.StateOf(id).ParentId;
            while (above is { } parentId && ending.Contains(parentId))
            {
                above = tree.StateOf(parentId).ParentId;
            }

            tree.Change(id, state => state.ParentId = above);
            change.AddPart(id, AgencyPartRole.Changed);
        }

        foreach (var id in ending)
        {
            tree.End(id);
            change.AddPart(id, AgencyPartRole.Predecessor);
        }
    }

    private static void EndWithChildren(DatedTree tree, AgencyChange change, Guid agencyId, Guid? successorId, ChildrenFate children)
    {
        var parentId = tree.StateOf(agencyId).ParentId;
        foreach (var child in tree.ChildrenOf(agencyId).Where(child => child.AgencyId != successorId))
        {
            if (children == ChildrenFate.EndToo)
            {
                EndWithChildren(tree, change, child.AgencyId, successorId, children);
                continue;
            }

            tree.MoveUnder(child.AgencyId, children == ChildrenFate.FollowSuccessor && successorId is { } id ? id : parentId);
            change.AddPart(child.AgencyId, AgencyPartRole.Changed);
        }

        tree.End(agencyId);
        change.AddPart(agencyId, AgencyPartRole.Predecessor);
    }

    private static bool IsBelow(DatedTree tree, Guid agencyId, Guid rootId)
    {
        for (Guid? above = agencyId; above is { } id; above = tree.Exists(id) ? tree.StateOf(id).ParentId : null)
        {
            if (id == rootId)
            {
                return true;
            }
        }

        return false;
    }
}
