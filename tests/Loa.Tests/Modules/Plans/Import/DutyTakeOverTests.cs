using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Tests.Modules.Plans.Import;

public sealed class DutyTakeOverTests
{
    private readonly PlanDraft _draft = DraftBuilder.Build(SampleContent.Create());

    [Fact]
    public void TakeOver_Duty_BecomesATaskOfItsAgencyWithItsPassage()
    {
        var duty = _draft.Responsibilities[0].Duties[1];

        var task = DutyTakeOver.TakeOver(_draft, duty.Id).ShouldNotBeNull();

        task.Content.ShouldBe("Tổng hợp báo cáo");
        task.Lead.ShouldBe(["Sở Nội vụ"]);
        task.Pointer.ShouldBe("/responsibilities/0/duties/1");
        duty.TaskId.ShouldBe(task.Id);
        _draft.Tasks.Count.ShouldBe(3);
    }

    [Fact]
    public void TakeOver_DutyThatNamesATime_SuggestsItUntilAPersonSaysOtherwise()
    {
        var duty = _draft.Responsibilities[0].Duties[1];
        duty.Text = "Tổng hợp, báo cáo trước ngày 15/12";

        var task = DutyTakeOver.TakeOver(_draft, duty.Id)!;

        (task.When, task.To, task.Suggested).ShouldBe(("trước ngày 15/12", new DateOnly(_draft.Heading.Year!.Value, 12, 15), true));
        DraftEditor.SetFields(_draft, task.Id, task.Version, new Dictionary<string, string> { ["to"] = "20/12/2024" }).Outcome.ShouldBe(EditOutcome.Saved);
        (task.To, task.Suggested).ShouldBe((new DateOnly(2024, 12, 20), false));
    }

    [Fact]
    public void TakeOver_Request_StaysARequest() =>
        DutyTakeOver.TakeOver(_draft, _draft.Responsibilities[1].Duties[0].Id)!.Request.ShouldBeTrue();

    [Fact]
    public void TakeOver_Twice_MakesOneTask()
    {
        var duty = _draft.Responsibilities[0].Duties[0];

        DutyTakeOver.TakeOver(_draft, duty.Id)!.Id.ShouldBe(DutyTakeOver.TakeOver(_draft, duty.Id)!.Id);
    }

    [Fact]
    public void TakeOverAll_ThenUndoAll_LeavesTheTasksOfTheAnnex()
    {
        DutyTakeOver.TakeOverAll(_draft).ShouldBe(3);
        DutyTakeOver.TakeOverAll(_draft).ShouldBe(0);
        _draft.Tasks.Count(t => !t.Removed).ShouldBe(5);

        DutyTakeOver.UndoAll(_draft).ShouldBe(3);

        _draft.Tasks.Count(t => !t.Removed).ShouldBe(2);
        _draft.Duties.ShouldAllBe(d => d.TaskId == null);
    }

    [Fact]
    public void Undo_ThenTakeOverAgain_KeepsWhatWasEdited()
    {
        var duty = _draft.Responsibilities[0].Duties[0];
        DutyTakeOver.TakeOver(_draft, duty.Id)!.Content = "Đã sửa";
        DutyTakeOver.Undo(_draft, duty.Id).ShouldBeTrue();
        duty.TaskId.ShouldBeNull();

        DutyTakeOver.TakeOver(_draft, duty.Id)!.Content.ShouldBe("Đã sửa");
    }

    [Fact]
    public void Build_PlanWithoutAnnex_LinksItsTasksToTheirDuties()
    {
        var draft = DraftBuilder.Build(SampleContent.CreateWithoutAnnex());

        draft.Duties.ShouldAllBe(d => d.TaskId != null);
        draft.Tasks.Count(t => t.Request).ShouldBe(1);
        DutyTakeOver.UndoAll(draft).ShouldBe(0);
    }
}
