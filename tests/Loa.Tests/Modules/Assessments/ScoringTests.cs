using Loa.Modules.Assessments;
using Loa.Platform.Figures;

namespace Loa.Tests.Modules.Assessments;

public sealed class ScoringTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Rank_OfAnyTotals_IsOneMoreThanHowManyAreBetter(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var lines = Enumerable.Range(0, random.Next(0, 30)).Select(i => new BoardLine(Guid.CreateVersion7(), $"{i}", null, [], random.Next(6), 0)).ToList();

            var ranked = AssessmentBoard.Ranked(lines);

            ranked.Select(line => line.AgencyId).ShouldBe(lines.Select(line => line.AgencyId), ignoreOrder: true);
            ranked.ShouldAllBe(line => line.Rank == 1 + lines.Count(other => other.Total > line.Total));
            ranked.Select(line => line.Rank).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Rank_OfEqualTotals_KeepsTheOrderOfTheList()
    {
        var lines = Enumerable.Range('a', 3).Select(letter => new BoardLine(Guid.CreateVersion7(), $"{(char)letter}", null, [], 5, 0)).ToList();

        AssessmentBoard.Ranked(lines).Select(line => line.Name).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("12: 5", "12: 5")]
    [InlineData("24: 10\n12: 2,5", "12: 2,5\n24: 10")]
    [InlineData(" từ 90%: 10 điểm \n\n50=3.25", "50: 3,25\n90: 10")]
    public void Steps_AsPeopleTypeThem_AreReadAndReadAgain(string typed, string written)
    {
        ScoreSteps.TryRead(typed, out var steps).ShouldBeTrue();

        steps.ToString().ShouldBe(written);
        ScoreSteps.TryRead(steps.ToString(), out var again).ShouldBeTrue();
        again.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("mười hai: 5")]
    [InlineData("12: 5\n12: 6")]
    [InlineData("12: 5,123")]
    [InlineData("12 5")]
    [InlineData("12: -5")]
    public void Steps_ThatMeanNothing_AreRefused(string? typed) => ScoreSteps.TryRead(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(11, null, 0)]
    [InlineData(12, null, 500)]
    [InlineData(100, null, 1000)]
    [InlineData(2, 17L, 0)]
    [InlineData(3, 24L, 500)]
    [InlineData(1, 4L, 1000)]
    public void Points_OfAValue_AreThoseOfTheHighestStepReached(long value, long? of, int points) =>
        AssessmentBoard.PointsOf(new AssessmentCriterion { Name = "", MaxPoints = 1000, Steps = "12: 5\n25: 10" }, new FigureValue(value, of)).ShouldBe(points);

    [Fact]
    public void Points_OfAShareWithoutSteps_FollowIt_AndOfNothingAreNone()
    {
        var criterion = new AssessmentCriterion { Name = "", MaxPoints = 1000 };

        AssessmentBoard.PointsOf(criterion, new FigureValue(2, 3)).ShouldBe(667);
        AssessmentBoard.PointsOf(criterion, new FigureValue(0, 0)).ShouldBeNull();
    }
}
