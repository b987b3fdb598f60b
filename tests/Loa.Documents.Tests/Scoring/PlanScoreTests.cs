using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Scoring;

public sealed class PlanScoreTests
{
    private static readonly PlanContent Plan = new()
    {
        Document = new() { Kind = "Kế hoạch", Issuer = "Sở Nội vụ", Recipients = ["Văn phòng Sở"] },
        Tasks =
        [
            new() { Origin = TaskOrigin.Annex, Annex = 1, Content = "Phát hành bản tin cải cách hành chính", Lead = ["Sở Nội vụ"] },
            new() { Origin = TaskOrigin.Annex, Annex = 1, Content = "Tổ chức hội nghị tập huấn cho công chức" },
        ],
    };

    [Fact]
    public void Compare_ThePlanWithItself_ReachesEveryMeasure()
    {
        var score = PlanComparison.Compare(Plan, Plan);

        score.Differences.ShouldBeEmpty();
        score.Reaches.ShouldBeTrue();
    }

    [Fact]
    public void Compare_OneTaskMissing_LowersRecallAndNamesTheTask()
    {
        var score = PlanComparison.Compare(Plan, Plan with { Tasks = [Plan.Tasks[1]] });

        score[PlanScore.Tasks].ShouldBe(new Tally(1, 2, 1));
        score[PlanScore.Lead].ShouldBe(Tally.Exact(1, 1));
        score.Differences.ShouldHaveSingleItem().ShouldContain("Phát hành bản tin");
    }

    [Fact]
    public void Compare_AnotherLeadAndIssuer_CountsEachFieldAlone()
    {
        var found = Plan with
        {
            Document = Plan.Document with { Issuer = "Sở Y tế" },
            Tasks = [Plan.Tasks[0] with { Lead = ["Sở Y tế"] }, Plan.Tasks[1]],
        };

        var score = PlanComparison.Compare(Plan, found);

        score[PlanScore.Heading].ShouldBe(Tally.Exact(13, 14));
        score[PlanScore.Lead].ShouldBe(Tally.Exact(1, 2));
        score[PlanScore.Coordinating].F1.ShouldBe(1);
    }
}
