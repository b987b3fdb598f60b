using Loa.Documents.Plans;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>
/// What an annex omits still stands in the text, under "Tổ chức thực hiện". Taking a duty over makes a task of it, so that it
/// reaches somebody's list; a request stays a request.
/// </summary>
internal static class DutyTakeOver
{
    public static DraftTask? TakeOver(PlanDraft draft, string dutyId)
    {
        var responsibility = draft.Responsibilities.Find(r => r.Duties.Exists(d => d.Id == dutyId));
        var duty = responsibility?.Duties.Find(d => d.Id == dutyId);
        if (responsibility is null || duty is null || duty.Removed || string.IsNullOrWhiteSpace(duty.Text))
            return null;
        // A second click, or a task that was removed, brings back the same task: its edits and its links stay.
        var task = draft.Tasks.Find(t => t.DutyId == dutyId);
        if (task is null)
        {
            task = TaskOf(draft, responsibility, duty);
            draft.Tasks.Add(task);
        }
        else if (task.Removed)
        {
            task.Removed = false;
            task.Version++;
        }

        if (duty.TaskId is null)
            duty.Version++;
        duty.TaskId = task.Id;
        return task;
    }

    public static int TakeOverAll(PlanDraft draft)
    {
        var open = draft.Responsibilities.Where(r => !r.Removed).SelectMany(r => r.Duties).Where(d => d.TaskId is null && !d.Removed).Select(d => d.Id).ToList();
        return open.Count(id => TakeOver(draft, id) is not null);
    }

    /// <summary>The duty is only a duty again. Its task leaves the list but is kept, with what was edited in it.</summary>
    public static bool Undo(PlanDraft draft, string dutyId) =>
        draft.Tasks.Find(t => t.DutyId == dutyId && !t.Removed) is { } task && DraftEditor.SetRemoved(draft, task.Id, removed: true);

    /// <summary>Undoes what was taken over here; the tasks that the reading itself made of duties stay.</summary>
    public static int UndoAll(PlanDraft draft) =>
        draft.Tasks.Where(t => t is { DutyId: not null, Removed: false, Pointer: { } pointer } && pointer.StartsWith("/responsibilities/", StringComparison.Ordinal))
            .Select(t => t.DutyId!).ToList().Count(id => Undo(draft, id));

    private static DraftTask TaskOf(PlanDraft draft, DraftResponsibility responsibility, DraftDuty duty)
    {
        var task = new DraftTask
        {
            Id = draft.NextId('t'),
            Pointer = duty.Pointer,
            DutyId = duty.Id,
            Origin = TaskOrigin.Text,
            Group = responsibility.Agency,
            Content = duty.Text,
            Lead = responsibility.Agency is { } agency ? PhraseReader.Agencies(agency) : [],
            Request = responsibility.Request,
            Edited = true,
        };
        PhraseReader.Suggest(task, draft.Years);
        return task;
    }
}
