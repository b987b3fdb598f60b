using Loa.Documents.Plans;
using Loa.Modules.Cadences;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.Tests.Modules.Cadences;

/// <summary>The judgement of periods, from days and a count alone.</summary>
public sealed class CadenceStateTests
{
    private static readonly CadenceAgency Always = new();

    [Theory]
    // March of 2/month: two thirds of 31 days are gone after the 21st day; late logging until 5 April.
    [InlineData("2026-02-28", 0, CadenceState.Upcoming)]
    [InlineData("2026-03-01", 0, CadenceState.Running)]
    [InlineData("2026-03-21", 1, CadenceState.Running)]
    [InlineData("2026-03-22", 1, CadenceState.AtRisk)]
    [InlineData("2026-03-10", 2, CadenceState.Met)]
    [InlineData("2026-04-05", 1, CadenceState.AtRisk)]
    [InlineData("2026-04-06", 1, CadenceState.Missed)]
    [InlineData("2026-04-06", 2, CadenceState.Met)]
    internal void State_OfAMonth_FollowsItsDays(string today, int times, CadenceState state) =>
        CadenceStates.Of(Laid(CadenceFlow.New(Guid.Empty)).Periods[2], Always, 2, times, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(state);

    [Theory]
    [InlineData("2026-01-16", true)]
    [InlineData("2026-01-17", true)]
    [InlineData("2026-01-18", false)]
    public void FirstPeriod_CutByThePlan_IsDemandedForHalfOfIt(string from, bool demanded)
    {
        var cadence = CadenceFlow.New(Guid.Empty);
        cadence.From = cadence.DemandFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1);
        Laid(cadence).Periods[0].Demanded.ShouldBe(demanded);
    }

    [Fact]
    public void Periods_OfAnyCadence_CoverItsDaysOnceAndAreJudgedWithoutContradiction()
    {
        var random = new Random(4);
        for (var i = 0; i < 400; i++)
        {
            var cadence = CadenceFlow.New(Guid.Empty);
            cadence.Every = Cadence.Lengths[random.Next(Cadence.Lengths.Length)];
            cadence.From = new DateOnly(2025, 1, 1).AddDays(random.Next(500));
            cadence.To = cadence.From.AddDays(random.Next(800));
            cadence.DemandFrom = cadence.From.AddDays(random.Next(-50, 200));
            cadence.GraceDays = random.Next(0, 20);
            Laid(cadence);

            // Laid anew with the same days nothing moves; nine months leave the last quarter out.
            var before = cadence.Periods.ConvertAll(period => (period.Ordinal, period.From, period.To, period.Demanded));
            Laid(cadence).Periods.ConvertAll(period => (period.Ordinal, period.From, period.To, period.Demanded)).ShouldBe(before);
            for (var day = cadence.From; day <= cadence.To; day = day.AddDays(random.Next(1, 9)))
            {
                cadence.Periods.Count(period => period.From <= day && period.To >= day).ShouldBe(cadence.Every == "P9M" && day.Month > 9 ? 0 : 1);
            }

            var holder = new CadenceAgency { From = random.Next(2) == 0 ? null : cadence.From.AddDays(random.Next(100)), To = random.Next(3) == 0 ? cadence.From.AddDays(200) : null };
            foreach (var period in cadence.Periods)
            {
                var (times, today) = (random.Next(4), cadence.From.AddDays(random.Next(-20, 900)));
                var state = CadenceStates.Of(period, holder, 2, times, today);
                (state == CadenceState.NotDemanded).ShouldBe(!period.Demanded || !holder.Holds(period.Middle));
                if (state is CadenceState.Missed or CadenceState.AtRisk or CadenceState.Running or CadenceState.Upcoming)
                {
                    CadenceStates.Of(period, holder, 2, 2, today).ShouldBe(CadenceState.Met, "enough is enough on any day");
                    ((int)CadenceStates.Of(period, holder, 2, times, today.AddDays(1))).ShouldBeLessThanOrEqualTo(state == CadenceState.Upcoming ? 5 : (int)state, "what is not met only gets worse");
                }

                if (state == CadenceState.Missed)
                {
                    today.ShouldBeGreaterThan(period.To.AddDays(cadence.GraceDays));
                }
            }
        }
    }

    [Fact]
    public void Sum_OfAgencies_DividesSumsAndNotShares()
    {
        var total = TargetFigure.Sum([new(9, 10, null), new(0, 90, null)])!;
        (total.Numerator, total.Denominator, total.Percent).ShouldBe((9m, 100m, 9m));
        total.Meets(new Loa.Modules.Plans.Target { Text = "", Value = 9, Unit = "%", Comparison = TargetComparison.MoreThan }).ShouldBe(false);
        total.Meets(new Loa.Modules.Plans.Target { Text = "", Value = 9, Unit = "%", Comparison = TargetComparison.AtLeast }).ShouldBe(true);
    }

    private static Cadence Laid(Cadence cadence)
    {
        cadence.LayPeriods();
        return cadence;
    }
}
