using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;

namespace Loa.Tests.Modules.Plans.Import;

public sealed class TaskReachTests
{
    private static readonly AgencyRef Home = Agency("Sở Nội vụ");
    private static readonly AgencyRef Justice = Agency("Sở Tư pháp");
    private static readonly AgencyRef Health = Agency("Sở Y tế");

    [Fact]
    public void Of_LeadThatIsInTheGroupToo_IsCountedOnce()
    {
        var reach = Reach(new DraftTask { Id = "t1", Lead = ["Sở Nội vụ"], Coordinating = ["các sở"] });

        reach.Select(name => name.Given.Count).ShouldBe([1, 2]);
        reach[1].Given.ShouldBe([Justice, Health]);
    }

    [Fact]
    public void Of_MemberLeftOutOfAnOpenGroup_HasNoPartInTheTask()
    {
        var task = new DraftTask { Id = "t1", Lead = ["Sở Nội vụ"], Coordinating = ["các sở có liên quan"], LeftOut = [Health.AgencyId] };

        var group = Reach(task)[1];

        group.Given.ShouldBe([Justice]);
        group.LeftOut.ShouldBe([Health]);
        group.Choice.ShouldBe([Justice, Health]);
    }

    [Fact]
    public void Of_MemberLeftOut_IsStillMeantByANameThatSaysSo()
    {
        var task = new DraftTask { Id = "t1", Coordinating = ["các sở có liên quan", "Sở Y tế", "các sở"], LeftOut = [Health.AgencyId, Justice.AgencyId] };

        Reach(task).Select(name => name.Given.Count).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void SetMembers_TwoPeopleTickingDifferentOnes_BothCount()
    {
        var draft = DraftBuilder.Build(SampleContent.Create());
        var task = draft.Tasks[0];

        DraftEditor.SetMembers(draft, task.Id, [Health.AgencyId], []).ShouldBeTrue();
        DraftEditor.SetMembers(draft, task.Id, [Justice.AgencyId], [Health.AgencyId]).ShouldBeTrue();
        task.LeftOut.ShouldBe([Health.AgencyId, Justice.AgencyId], ignoreOrder: true);

        DraftEditor.SetMembers(draft, task.Id, [Health.AgencyId], [Health.AgencyId]);
        task.LeftOut.ShouldBe([Justice.AgencyId]);
        task.Version.ShouldBe(1, "an open form of the task is not made stale by it");
        DraftJson.Read(DraftJson.Write(draft)).Tasks[0].LeftOut.ShouldBe([Justice.AgencyId]);
    }

    private static IReadOnlyList<TaskReach> Reach(DraftTask task)
    {
        var matches = new Dictionary<string, AgencyMatch>
        {
            ["Sở Nội vụ"] = Match("Sở Nội vụ", AgencyMatchKind.Agency, false, Home),
            ["Sở Y tế"] = Match("Sở Y tế", AgencyMatchKind.Agency, false, Health),
            ["các sở"] = Match("các sở", AgencyMatchKind.Group, false, Home, Justice, Health),
            ["các sở có liên quan"] = Match("các sở có liên quan", AgencyMatchKind.Group, true, Home, Justice, Health),
        };
        return TaskReach.Of(task, new DraftNames(new PlanDraft { Tasks = [task] }, matches));
    }

    private static AgencyMatch Match(string text, AgencyMatchKind kind, bool open, params AgencyRef[] agencies) =>
        new(text, kind, null, null, text, open, false, false, agencies, []);

    private static AgencyRef Agency(string name) => new(Guid.CreateVersion7(), name, name, AgencyKind.Department, AgencyLevel.Province, "/");
}
