namespace Loa.Modules.Plans;

/// <summary>A higher module that makes something of every plan: called while a plan is issued, before it is saved, to leave a job behind in the same transaction.</summary>
internal interface IPlanIssueFollower
{
    void Follow(Plan plan);
}
