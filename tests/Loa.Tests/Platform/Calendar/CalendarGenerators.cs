using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Vietnamese;
using Loa.Platform;

namespace Loa.Tests.Platform.Calendars;

/// <summary>Days, terms and tables as properties draw them: years with decisions, projected years and years nobody shipped.</summary>
internal static class CalendarGenerators
{
    public static readonly Gen<DateOnly> Days = Gen.Choose(0, 365 * 20).Select(day => new DateOnly(2016, 1, 1).AddDays(day));

    public static readonly Gen<OffDayPolicy> Policies = Gen.Elements(Enum.GetValues<OffDayPolicy>());

    /// <summary>The shipped table, or one an administrator has edited at random.</summary>
    public static readonly Gen<WorkingDays> Tables =
        from own in Gen.ListOf(from day in Days from kind in Gen.Elements(Enum.GetValues<DayKind>()) select new SpecialDay(day, kind, null, DaySource.Administrator, "x"), 12)
        from edited in Gen.Elements(false, true)
        select new WorkingDays(edited ? HolidayTable.Shipped.With(own.DistinctBy(day => day.Date)) : HolidayTable.Shipped);

    public static readonly Gen<DeadlineRule> Rules =
        from unit in Gen.Elements(Enum.GetValues<TermUnit>())
        from count in Gen.Choose(1, unit switch { TermUnit.Years => 5, TermUnit.Months => 40, TermUnit.Weeks => 60, _ => 150 })
        from policy in Policies
        select new DeadlineRule(count, unit, policy);

    public static readonly Gen<CalendarInterval> Rhythms = Gen.Elements("P1W", "P2W", "P4W", "P1M", "P2M", "P3M", "P4M", "P6M", "P12M", "P1Y").Select(CalendarInterval.Parse);

    /// <summary>Several hundred cases each: the properties are cheap.</summary>
    public static void Check<T>(this Gen<T> gen, Func<T, bool> holds) =>
        FsCheck.Fluent.Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
