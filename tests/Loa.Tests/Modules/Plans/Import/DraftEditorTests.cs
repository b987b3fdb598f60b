using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Tests.Modules.Plans.Import;

public sealed class DraftEditorTests
{
    private readonly PlanDraft _draft = DraftBuilder.Build(SampleContent.Create());

    [Fact]
    public void SetFields_VersionIsCurrent_SavesAndCountsUp()
    {
        var task = _draft.Tasks[0];

        var result = Set(task, ("content", "Tổ chức hội nghị"), ("lead", "Sở Nội vụ\r\nSở Tư pháp\r\n"));

        result.Outcome.ShouldBe(EditOutcome.Saved);
        task.Content.ShouldBe("Tổ chức hội nghị");
        task.Lead.ShouldBe(["Sở Nội vụ", "Sở Tư pháp"]);
        task.Version.ShouldBe(2);
        task.Edited.ShouldBeTrue();
    }

    [Fact]
    public void SetFields_AnotherPersonChangedTheItem_KeepsBothVersions()
    {
        var task = _draft.Tasks[0];
        Set(task, ("content", "Bản của người thứ nhất"));

        var result = DraftEditor.SetFields(_draft, task.Id, 1, Typed(("content", "Bản của người thứ hai")));

        result.Outcome.ShouldBe(EditOutcome.Conflict);
        result.Typed["content"].ShouldBe("Bản của người thứ hai");
        task.Content.ShouldBe("Bản của người thứ nhất");
    }

    [Fact]
    public void SetFields_BothTypedTheSame_IsNoConflict()
    {
        var task = _draft.Tasks[0];
        Set(task, ("number", "1a"));

        DraftEditor.SetFields(_draft, task.Id, 1, Typed(("number", "1a"))).Outcome.ShouldBe(EditOutcome.Unchanged);
    }

    [Fact]
    public void SetFields_DateIsImpossible_ReturnsWhatWasTypedAndChangesNothing()
    {
        var result = Set(_draft.Heading, ("date", "31/02/2024"));

        result.Outcome.ShouldBe(EditOutcome.Invalid);
        result.InvalidFields.ShouldBe(["date"]);
        result.Typed["date"].ShouldBe("31/02/2024");
        _draft.Heading.Date.ShouldBe(new DateOnly(2024, 1, 20));
    }

    [Fact]
    public void SetFields_PhraseAndDateInOneForm_DateWins()
    {
        var task = _draft.Tasks[0];

        Set(task, ("when", "Khi có phát sinh"), ("to", "15/11/2024"));

        task.When.ShouldBe("Khi có phát sinh");
        task.To.ShouldBe(new DateOnly(2024, 11, 15));
    }

    [Fact]
    public void Split_WithoutAPlace_CutsAtTheFirstClause()
    {
        var second = DraftEditor.Split(_draft, _draft.Tasks[0].Id, null);

        _draft.Tasks.Select(t => t.Content).ShouldBe(["Tổ chức hội nghị", "biên soạn tờ rơi", "Đăng tin trên Cổng Thông tin điện tử"]);
        second!.Lead.ShouldBe(["Sở Nội vụ"]);
        second.Pointer.ShouldBe("/tasks/0");
    }

    [Fact]
    public void Remove_ThenRestore_BringsTheItemBackAsItWas()
    {
        var id = _draft.Tasks[1].Id;

        DraftEditor.SetRemoved(_draft, id, removed: true).ShouldBeTrue();
        _draft.Find(id)!.Removed.ShouldBeTrue();
        DraftEditor.SetRemoved(_draft, id, removed: false);

        ((DraftTask)_draft.Find(id)!).Content.ShouldBe("Đăng tin trên Cổng Thông tin điện tử");
    }

    [Fact]
    public void Move_AtTheEdge_ChangesNothing()
    {
        var (first, second) = (_draft.Tasks[0].Id, _draft.Tasks[1].Id);

        DraftEditor.Move(_draft, first, -1).ShouldBeFalse();
        DraftEditor.Move(_draft, first, 1).ShouldBeTrue();

        _draft.Tasks.Select(t => t.Id).ShouldBe([second, first]);
    }

    [Fact]
    public void Draft_WrittenAndRead_IsTheSame()
    {
        DraftEditor.Add(_draft, DraftSection.Cadences);

        DraftJson.Write(DraftJson.Read(DraftJson.Write(_draft))).ShouldBe(DraftJson.Write(_draft));
    }

    private EditResult Set(DraftItem item, params (string Field, string Text)[] typed) =>
        DraftEditor.SetFields(_draft, item.Id, item.Version, Typed(typed));

    private static Dictionary<string, string> Typed(params (string Field, string Text)[] typed) => typed.ToDictionary(t => t.Field, t => t.Text);
}
