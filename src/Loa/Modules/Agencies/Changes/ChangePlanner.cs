using Loa.Documents.Vietnamese;

namespace Loa.Modules.Agencies.Changes;

/// <summary>Turns what was typed into operations on the tree; what cannot be understood is a <see cref="ChangeProblem"/>.</summary>
internal static class ChangePlanner
{
    public static void Apply(AgencyChangeKind kind, ChangeForm form, DatedTree tree, AgencyChange change)
    {
        switch (kind)
        {
            case AgencyChangeKind.Establish:
                Operations.Establish(tree, change, NewAgency(form, form.ParentId));
                break;
            case AgencyChangeKind.Rename:
                Operations.Rename(tree, change, One(form), Need(form.Name, "Hãy nhập tên mới."), Need(form.ShortName, "Hãy nhập tên ngắn mới."));
                break;
            case AgencyChangeKind.Move:
                Operations.Move(tree, change, One(form), form.ParentId);
                break;
            case AgencyChangeKind.Merge:
                Merge(form, tree, change);
                break;
            case AgencyChangeKind.Split:
                Split(form, tree, change);
                break;
            case AgencyChangeKind.Dissolve:
                Operations.Dissolve(tree, change, One(form), form.SuccessorId, form.SuccessorId is null && form.Children == ChildrenFate.FollowSuccessor ? ChildrenFate.MoveUp : form.Children);
                break;
            case AgencyChangeKind.EndLevel:
                Operations.EndLevel(tree, change, One(form), form.EndingLevel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private static void Merge(ChangeForm form, DatedTree tree, AgencyChange change)
    {
        var merged = Lines(form.Agencies).Select(line => Find(line, tree)).Distinct().ToList();
        if (merged.Count == 0)
        {
            throw new ChangeProblem("Hãy chọn ít nhất một cơ quan được sáp nhập.");
        }

        if (form.SuccessorId is { } existing)
        {
            Operations.Merge(tree, change, merged, existing, form.Children);
            return;
        }

        var first = tree.StateOf(merged[0]);
        var successor = Operations.Establish(tree, change, NewAgency(form, form.ParentId ?? first.ParentId) with { Kind = first.Kind, Level = first.Level });
        Operations.Merge(tree, change, merged, successor.AgencyId, form.Children);
    }

    private static void Split(ChangeForm form, DatedTree tree, AgencyChange change)
    {
        var agencyId = One(form);
        var state = tree.StateOf(agencyId);
        var successors = Lines(form.Parts).Select(line =>
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } code, { Length: > 0 } name, { Length: > 0 } shortName])
            {
                throw new ChangeProblem("Dòng “{0}” cần đủ ba phần: mã | tên đầy đủ | tên ngắn.", line);
            }

            return Operations.Establish(tree, change, new NewAgency(code, name, shortName, state.Kind, state.Level, state.ParentId)).AgencyId;
        }).ToList();
        Operations.Split(tree, change, agencyId, successors, form.GoesOn);
    }

    private static NewAgency NewAgency(ChangeForm form, Guid? parentId) => new(
        Need(form.Code, "Hãy nhập mã của cơ quan mới."), Need(form.Name, "Hãy nhập tên đầy đủ của cơ quan mới."), Need(form.ShortName, "Hãy nhập tên ngắn của cơ quan mới."), form.Kind, form.Level, parentId);

    private static Guid One(ChangeForm form) => form.AgencyId ?? throw new ChangeProblem("Hãy chọn cơ quan.");

    private static string Need(string? text, string message) => string.IsNullOrWhiteSpace(text) ? throw new ChangeProblem(message) : text.Trim();

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>By code, or by a name that only one agency has on the day; diacritics do not matter.</summary>
    private static Guid Find(string line, DatedTree tree)
    {
        var folded = Folding.Fold(line);
        var alive = tree.Agencies.Values.Where(agency => agency.StateOn(tree.Day) is not null).ToList();
        if (alive.Find(agency => agency.Code == line) is { } byCode)
        {
            return byCode.AgencyId;
        }

        var named = alive.Where(agency => agency.StateOn(tree.Day) is { } state && (Folding.Fold(state.Name) == folded || Folding.Fold(state.ShortName) == folded)
            || agency.Names.Exists(name => name.Covers(tree.Day) && name.Folded == folded)).ToList();
        return named switch
        {
            [var only] => only.AgencyId,
            [] => throw new ChangeProblem("Không có cơ quan nào tên là “{0}” vào ngày {1}; hãy ghi mã hoặc tên đầy đủ.", line, Platform.Formats.Date(tree.Day)),
            _ => throw new ChangeProblem("Có {0} cơ quan tên là “{1}”; hãy ghi mã: {2}.", named.Count, line, string.Join(", ", named.Take(5).Select(agency => agency.Code))),
        };
    }
}
