using Loa.Documents.Plans;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>How an edit went. In a conflict and in an error what was typed comes back, so nothing is lost.</summary>
internal sealed record EditResult(EditOutcome Outcome, DraftItem? Item, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<string> InvalidFields)
{
    public static readonly IReadOnlyDictionary<string, string> NothingTyped = new Dictionary<string, string>();

    public static EditResult Saved(DraftItem item) => new(EditOutcome.Saved, item, NothingTyped, []);
}

internal enum EditOutcome
{
    Saved = 1,
    Unchanged = 2,

    /// <summary>Another person changed the same item since the form was made.</summary>
    Conflict = 3,
    Invalid = 4,
    Missing = 5,
}

/// <summary>The edits an officer can make; pure, so that they can be tried again on a newer draft.</summary>
internal static class DraftEditor
{
    public static EditResult SetFields(PlanDraft draft, string itemId, int version, IReadOnlyDictionary<string, string> typed)
    {
        var item = draft.Find(itemId);
        if (item is null)
            return new EditResult(EditOutcome.Missing, null, typed, []);
        var changed = item.Fields.Where(f => typed.TryGetValue(f.Name, out var text) && FieldText.Clean(text) != f.Value).ToList();
        if (changed.Count == 0)
            return new EditResult(EditOutcome.Unchanged, item, EditResult.NothingTyped, []);
        if (item.Version != version)
            return new EditResult(EditOutcome.Conflict, item, typed, []);

        var invalid = changed.Where(f => typed[f.Name].Length > FieldText.MaxLength || !item.TrySet(f.Name, FieldText.Clean(typed[f.Name]))).Select(f => f.Name).ToList();
        if (invalid.Count > 0)
            return new EditResult(EditOutcome.Invalid, item, typed, invalid);

        if (item is DraftTask task)
            PhraseReader.Refresh(task, draft.Years, [.. changed.Select(f => f.Name)]);
        else if (item is DraftHeading && changed.Exists(f => f.Name is "year" or "yearTo"))
            PhraseReader.RefreshAll(draft);
        Touch(item);
        return EditResult.Saved(item);
    }

    public static DraftItem Add(PlanDraft draft, DraftSection section)
    {
        DraftItem item = section switch
        {
            DraftSection.Bases => Added(draft.Bases, new DraftBasis { Id = draft.NextId('c') }),
            DraftSection.Texts => Added(draft.Texts, new DraftText { Id = draft.NextId('v') }),
            DraftSection.Targets => Added(draft.Targets, new DraftTarget { Id = draft.NextId('m') }),
            DraftSection.Tasks => Added(draft.Tasks, new DraftTask { Id = draft.NextId('t'), Group = draft.Tasks.LastOrDefault(t => !t.Removed)?.Group }),
            DraftSection.Responsibilities => Added(draft.Responsibilities, new DraftResponsibility { Id = draft.NextId('r'), Duties = [new DraftDuty { Id = draft.NextId('n'), Edited = true }] }),
            DraftSection.Cadences => Added(draft.Cadences, new DraftCadence { Id = draft.NextId('d') }),
            DraftSection.Reporting => Added(draft.Reporting, new DraftReporting { Id = draft.NextId('b') }),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
        };
        item.Edited = true;
        return item;
    }

    public static bool AddDuty(PlanDraft draft, string responsibilityId)
    {
        var responsibility = draft.Responsibilities.Find(r => r.Id == responsibilityId);
        responsibility?.Duties.Add(new DraftDuty { Id = draft.NextId('n'), Edited = true });
        return responsibility is not null;
    }

    /// <summary>Nothing is deleted: a removed item stays, struck through, until the plan is issued.</summary>
    public static bool SetRemoved(PlanDraft draft, string itemId, bool removed)
    {
        var item = draft.Find(itemId);
        if (item is null or DraftHeading)
            return false;
        item.Removed = removed;
        if (item is DraftTask { DutyId: { } dutyId } task && draft.Duties.FirstOrDefault(d => d.Id == dutyId) is { } duty)
            duty.TaskId = removed ? null : duty.TaskId ?? task.Id;
        item.Version++;
        return true;
    }

    public static bool Move(PlanDraft draft, string itemId, int by)
    {
        return MoveIn(draft.Tasks) || MoveIn(draft.Bases) || MoveIn(draft.Targets) || MoveIn(draft.Texts) || MoveIn(draft.Cadences) || MoveIn(draft.Reporting) || MoveIn(draft.Responsibilities);

        bool MoveIn<T>(List<T> items)
            where T : DraftItem
        {
            var at = items.FindIndex(item => item.Id == itemId);
            var to = at + Math.Sign(by);
            if (at < 0 || to < 0 || to >= items.Count)
                return false;
            (items[at], items[to]) = (items[to], items[at]);
            return true;
        }
    }

    /// <summary>Cuts a task in two after <paramref name="at"/> characters of its content; without a place, at the first end of a clause.</summary>
    public static DraftTask? Split(PlanDraft draft, string taskId, int? at)
    {
        var index = draft.Tasks.FindIndex(task => task.Id == taskId);
        if (index < 0)
            return null;
        var task = draft.Tasks[index];
        var content = task.Content ?? "";
        var cut = at is > 0 && at < content.Length ? at.Value : ClauseEnd(content);
        var second = Copy(task, draft.NextId('t'));
        second.Content = content[cut..].TrimStart(' ', ';', ',', '.', '-', '–').Trim();
        task.Content = content[..cut].TrimEnd(' ', ';', ',').Trim();
        draft.Tasks.Insert(index + 1, second);
        Touch(task);
        return second;
    }

    /// <summary>
    /// Ticks and unticks members of the task's open groups, each for itself, so that two people who tick different ones never meet.
    /// The printed text stays as it is, so this is no edit of the item and no form made before it is stale.
    /// </summary>
    public static bool SetMembers(PlanDraft draft, string taskId, IReadOnlyCollection<Guid> shown, IReadOnlyCollection<Guid> ticked)
    {
        if (draft.Find(taskId) is not DraftTask { Removed: false } task)
            return false;
        task.LeftOut = [.. task.LeftOut.Except(shown).Concat(shown.Except(ticked))];
        return true;
    }

    public static bool SetSeen(PlanDraft draft, string itemId, bool seen)
    {
        if (draft.Find(itemId) is not DraftUnread item)
            return false;
        item.Seen = seen;
        item.Version++;
        return true;
    }

    /// <summary>The words changed: forms made before are stale, and the item is marked as edited.</summary>
    private static void Touch(DraftItem item)
    {
        item.Version++;
        item.Edited = true;
    }

    private static int ClauseEnd(string content)
    {
        var end = content.IndexOfAny([';', '.']);
        while (end > 0 && end + 1 < content.Length && !char.IsWhiteSpace(content[end + 1]))
            end = content.IndexOfAny([';', '.'], end + 1);
        return end > 0 && end + 1 < content.Length ? end + 1 : content.Length;
    }

    private static DraftTask Copy(DraftTask task, string id) => new()
    {
        Id = id,
        Pointer = task.Pointer,
        Origin = task.Origin,
        Annex = task.Annex,
        Group = task.Group,
        Number = task.Number,
        Detail = task.Detail,
        Lead = [.. task.Lead],
        Coordinating = [.. task.Coordinating],
        Product = task.Product,
        When = task.When,
        Kind = task.Kind,
        From = task.From,
        To = task.To,
        Every = task.Every,
        Request = task.Request,
        ParentTaskId = task.ParentTaskId,
        InCharge = [.. task.InCharge],
        Suggested = task.Suggested,
        LeftOut = [.. task.LeftOut],
        Edited = true,
    };

    private static T Added<T>(List<T> items, T item)
    {
        items.Add(item);
        return item;
    }
}

/// <summary>The sections of a draft that an officer can add to.</summary>
internal enum DraftSection
{
    Heading = 0,
    Bases = 1,
    Texts = 2,
    Targets = 3,
    Tasks = 4,
    Responsibilities = 5,
    Cadences = 6,
    Reporting = 7,
    Unread = 8,
    Agencies = 9,
}
