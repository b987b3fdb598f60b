using Loa.Modules.Plans;
using Loa.Platform.Jobs;

namespace Loa.Modules.Cadences;

/// <summary>
/// Makes the cadences of a plan. Its issue leaves the job behind and does not wait for it: counting anew keeps everyone from logging for a moment, which must not last as long as
/// an issue does. It may run again: a plan that has cadences is left alone.
/// </summary>
internal sealed class MakeCadencesJob(CadenceMaker maker) : IJobHandler
{
    public const string Kind = "cadences.make";

    public sealed record Order(Guid PlanId);

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => maker.MakeAsync(run.Payload<Order>().PlanId, cancellationToken);

    internal sealed class OnIssue(JobQueue jobs) : IPlanIssueFollower
    {
        public void Follow(Plan plan)
        {
            if (plan.Cadences.Count > 0 || plan.ReplacesPlanId is not null)
            {
                jobs.Enqueue(Kind, new Order(plan.PlanId));
            }
        }
    }
}
