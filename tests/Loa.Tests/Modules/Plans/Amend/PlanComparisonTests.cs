using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Amend;

namespace Loa.Tests.Modules.Plans.Amend;

public sealed class PlanComparisonTests
{
    private static readonly (Guid Ended, Guid Heir, Guid Other) Agencies = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void Of_TheNewEditionNamesTheSuccessor_TheAgencyNeitherComesNorGoes()
    {
        var change = Compare([new(Agencies.Ended, Agencies.Heir, AssignmentRole.Lead)], [new(Agencies.Heir, Agencies.Heir, AssignmentRole.Lead)]);

        change.IsKept.ShouldBeTrue();
    }

    [Fact]
    public void Of_TheSuccessorInAnotherRole_IsMoved()
    {
        var change = Compare([new(Agencies.Ended, Agencies.Heir, AssignmentRole.Lead)], [new(Agencies.Heir, Agencies.Heir, AssignmentRole.Coordinating)]);

        change.Moved.Select(part => part.AgencyId).ShouldBe([Agencies.Heir]);
        (change.Added.Count + change.Removed.Count).ShouldBe(0);
    }

    [Fact]
    public void Of_AnotherAgency_OneGoesAndOneComes()
    {
        var change = Compare([new(Agencies.Ended, Agencies.Heir, AssignmentRole.Lead)], [new(Agencies.Other, Agencies.Other, AssignmentRole.Lead)]);

        change.Added.Select(part => part.AgencyId).ShouldBe([Agencies.Other]);
        change.Removed.Select(part => part.AgencyId).ShouldBe([Agencies.Ended]);
    }

    private static TaskChange Compare(IReadOnlyList<TaskPart> before, IReadOnlyList<TaskPart> after)
    {
        var (was, now) = (Task("Tổ chức hội nghị"), Task("Tổ chức hội nghị"));
        var comparison = PlanComparison.Of([new TaskSide(was, before)], [new TaskSide(now, after)], new Dictionary<Guid, Guid> { [now.PlanTaskId] = was.PlanTaskId });
        return comparison.Changed.Concat(comparison.Kept).Single();
    }

    private static PlanTask Task(string content) => new() { PlanTaskId = Guid.CreateVersion7(), Content = content };
}
