using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Tests.Modules.Plans.Import;

/// <summary>Fields with closed lists take what an officer types or chooses, and refuse the rest unchanged.</summary>
public sealed class DraftFieldsTests
{
    [Fact]
    public void Forms_TypedByNameOrInOwnWords_AreUnderstood()
    {
        var item = new DraftText { Id = "v1", Kind = PlanTextKind.Form };

        item.TrySet("forms", "Hội nghị\nloa truyền thanh\nTổ chức tọa đàm với doanh nghiệp").ShouldBeTrue();

        item.Forms.ShouldBe([CommunicationForm.Conference, CommunicationForm.Loudspeaker, CommunicationForm.Seminar]);
    }

    [Fact]
    public void Forms_ALineThatNamesNone_IsRefusedAndNothingChanges()
    {
        var item = new DraftText { Id = "v1", Kind = PlanTextKind.Form, Forms = [CommunicationForm.Dialogue] };

        item.TrySet("forms", "Hội nghị\nviệc gì đó").ShouldBeFalse();

        item.Forms.ShouldBe([CommunicationForm.Dialogue]);
    }

    [Fact]
    public void Forms_EveryName_ReadsBack()
    {
        foreach (var form in Enum.GetValues<CommunicationForm>())
        {
            FormNames.TryRead(FormNames.Lines([form]), out var read).ShouldBeTrue();
            read.ShouldBe([form]);
        }
    }

    [Fact]
    public void Choice_AMemberOrNothing_IsTakenAndAnythingElseRefused()
    {
        var target = new DraftTarget { Id = "c1" };

        target.TrySet("comparison", "AtLeast").ShouldBeTrue();
        target.TrySet("comparison", "99").ShouldBeFalse();
        target.Comparison.ShouldBe(TargetComparison.AtLeast);
        target.TrySet("comparison", "").ShouldBeTrue();
        target.Comparison.ShouldBeNull();
    }

    [Fact]
    public void Kind_OfAnAddedText_CanBeChosenButNotLeftOpen()
    {
        var item = new DraftText { Id = "v1" };

        item.TrySet("kind", nameof(PlanTextKind.Form)).ShouldBeTrue();
        item.TrySet("kind", "").ShouldBeTrue();

        item.Kind.ShouldBe(PlanTextKind.Form);
    }
}
