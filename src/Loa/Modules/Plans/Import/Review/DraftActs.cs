using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.Import.Review;

/// <summary>The buttons of an item.</summary>
internal enum ItemAct
{
    None = 0,
    Remove = 1,
    Restore = 2,
    Up = 3,
    Down = 4,
    Split = 5,
    Take = 6,
    Untake = 7,
    AddDuty = 8,
    Seen = 9,
    Unseen = 10,
    KeepMine = 11,
}

internal static class DraftActs
{
    /// <summary>Does it and returns the item to look at next; null when there is no such item.</summary>
    public static DraftItem? Do(PlanDraft draft, ItemAct act, string itemId, int? at)
    {
        var item = draft.Find(itemId);
        var done = item is not null && act switch
        {
            ItemAct.Remove => DraftEditor.SetRemoved(draft, itemId, removed: true),
            ItemAct.Restore => DraftEditor.SetRemoved(draft, itemId, removed: false),
            // At the edge nothing moves, and that is no error.
            ItemAct.Up => DraftEditor.Move(draft, itemId, -1) || true,
            ItemAct.Down => DraftEditor.Move(draft, itemId, 1) || true,
            ItemAct.Split => DraftEditor.Split(draft, itemId, at) is not null,
            ItemAct.Take => DutyTakeOver.TakeOver(draft, itemId) is not null,
            ItemAct.Untake => DutyTakeOver.Undo(draft, itemId),
            ItemAct.AddDuty => DraftEditor.AddDuty(draft, itemId),
            // The fields were set just before; there is nothing more to do.
            ItemAct.KeepMine => true,
            ItemAct.Seen => DraftEditor.SetSeen(draft, itemId, seen: true),
            ItemAct.Unseen => DraftEditor.SetSeen(draft, itemId, seen: false),
            _ => false,
        };
        return done ? item : null;
    }
}
