using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Plans;
using Loa.Modules.Plans;

namespace Loa.Tests.Modules.Tasks;

public sealed class TaskOccurrenceTests
{
    [Theory]
    [InlineData("P3M", "2026-01-01", "2026-12-31", 2026, "2026-03-31 2026-06-30 2026-09-30 2026-12-31")]
    [InlineData("P6M", "2026-01-01", "2026-12-31", 2026, "2026-06-30 2026-12-31")]
    [InlineData("P1Y", "2026-12-01", "2026-12-31", 2028, "2026-12-31 2027-12-31 2028-12-31")]
    [InlineData("P1Y", null, "2026-11-15", 2027, "2026-11-15 2027-11-15")]
    [InlineData("P5M", "2026-01-01", "2026-12-31", 2026, "")]
    public void Of_ARecurringTask_HasATurnForEveryPeriod(string every, string? from, string to, int yearTo, string due)
    {
        var task = new PlanTask
        {
            PlanTaskId = Guid.CreateVersion7(),
            Content = "x",
            TimeframeKind = TimeframeKind.Recurring,
            Every = every,
            From = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            DueOn = DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        };

        var turns = TaskOccurrence.Of(task, yearTo).ToList();

        string.Join(' ', turns.Select(turn => turn.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(due);
        turns.Select(turn => turn.Ordinal).ShouldBe(Enumerable.Range(1, turns.Count));
        turns.ShouldAllBe(turn => turn.PlanTaskId == task.PlanTaskId && turn.From <= turn.To);
    }

    [Fact]
    public void FirstDemanded_OnAnyDay_IsTheFirstTurnThatIsNotOver()
    {
        var rhythm = Gen.Elements("P1W", "P1M", "P3M", "P6M", "P1Y");
        var day = Gen.Choose(-400, 1200).Select(days => new DateOnly(2026, 1, 1).AddDays(days));
        Prop.ForAll(rhythm.Zip(day).ToArbitrary(), sample =>
        {
            var (every, on) = sample;
            var task = new PlanTask { Content = "x", TimeframeKind = TimeframeKind.Recurring, Every = every, From = new DateOnly(2026, 1, 1), DueOn = new DateOnly(2027, 12, 31) };
            var turns = TaskOccurrence.Of(task, 2027).ToList();
            var first = TaskOccurrence.FirstDemanded(turns, on).ShouldNotBeNull();
            // Nothing that was over is demanded, nothing that is not over is left out; when all are over the last one stands.
            return turns.Take(first.Ordinal - 1).All(turn => turn.DueOn < on) && (first.DueOn >= on || first.Ordinal == turns.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        TaskOccurrence.FirstDemanded([], new DateOnly(2026, 1, 1)).ShouldBeNull();
    }
}
