using FsCheck;
using FsCheck.Fluent;
using Loa.Modules.Tasks;

namespace Loa.Tests.Modules.Tasks;

/// <summary>Whatever lead and coordinators do, in whatever order and with whatever version number: what is in force was agreed by everyone it names.</summary>
public sealed class TaskSplitTests
{
    private static readonly Guid[] Members = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly DateTime Start = new(2026, 1, 5, 1, 0, 0, DateTimeKind.Utc);

    private enum Act
    {
        Propose,
        Agree,
        Answer,
        Drop,
    }

    private static readonly Gen<(Act Act, int Version, int Member, int Others)> Acts =
        from act in Gen.Frequency((3, Gen.Constant(Act.Propose)), (8, Gen.Constant(Act.Agree)), (2, Gen.Constant(Act.Answer)), (1, Gen.Constant(Act.Drop)))
        from back in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from member in Gen.Choose(0, 3)
        from others in Gen.Choose(1, 7)
        select (act, back, member, others);

    [Fact]
    public void AnyActs_InAnyOrder_KeepTheRules() => Prop.ForAll(Gen.ListOf(Acts, 40).ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Propose_NobodyElseNamed_IsRefused()
    {
        var split = new TaskSplit();
        Should.Throw<InvalidOperationException>(() => split.Propose(Members[0], Members[0], Start, [Line(Members[0])]));
        Should.Throw<InvalidOperationException>(() => split.Propose(Members[0], Members[0], Start, []));
        split.Versions.ShouldBeEmpty();
    }

    private static bool Holds(IEnumerable<(Act Act, int Back, int Member, int Others)> acts)
    {
        var split = new TaskSplit { TaskSplitId = Guid.CreateVersion7() };
        foreach (var ((act, back, member, others), index) in acts.Select((act, index) => (act, index)))
        {
            var (before, forceBefore) = (split.Versions.ToDictionary(version => version.Number, version => (version.State, Lines: version.Lines.Select(line => (line.AssignmentId, line.What)).ToList())), split.InForce?.Number);
            var number = (split.Latest?.Number ?? 0) - back;
            var waits = split.Proposed is { } open && open.Number == number;
            var asked = waits && split.Proposed!.Parties.Exists(party => party.AssignmentId == Members[member]);
            var at = Start.AddMinutes(index);
            var done = act switch
            {
                Act.Propose => Proposed(split, at, others),
                Act.Agree => split.Agree(number, Members[member], Members[member], at),
                Act.Answer => split.Answer(number, Members[member], Members[member], at, "Chưa đủ người"),
                _ => split.Drop(number),
            };

            done.ShouldBe(act switch { Act.Propose => true, Act.Drop => waits, _ => asked }, "an act counts exactly where the version waits for it");
            split.Versions.Count(version => version.State == SplitState.InForce).ShouldBeLessThanOrEqualTo(1);
            split.Versions.Count(version => version.State == SplitState.Proposed).ShouldBeLessThanOrEqualTo(1);
            split.Versions.Select(version => version.Number).ShouldBe(Enumerable.Range(1, split.Versions.Count));
            split.Versions.Where(version => version.State is SplitState.InForce or SplitState.Replaced).ShouldAllBe(version => version.InForceAt != null && version.Parties.All(party => party.State == SplitAnswer.Agreed));
            split.Versions.ShouldAllBe(version => version.Parties.Count > 0 && version.Parties.All(party => party.AssignmentId != version.ProposedByAssignmentId));
            foreach (var (known, was) in before)
            {
                var now = split.Versions.Single(version => version.Number == known);
                now.Lines.Select(line => (line.AssignmentId, line.What)).ShouldBe(was.Lines, "what was written stays");
                (was.State is SplitState.Replaced or SplitState.Dropped && now.State != was.State).ShouldBeFalse("the past does not come back");
            }

            if (forceBefore is not null)
                split.InForce.ShouldNotBeNull("what was agreed holds until something else is");
        }

        return true;
    }

    private static bool Proposed(TaskSplit split, DateTime at, int others)
    {
        split.Propose(Members[0], Members[0], at, [Line(Members[0]), .. Enumerable.Range(1, 3).Where(i => (others & (1 << (i - 1))) != 0).Select(i => Line(Members[i]))]);
        return true;
    }

    private static SplitLine Line(Guid member) => new() { AssignmentId = member, What = $"Việc {Guid.CreateVersion7():N}" };
}
