using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Work with a history, a request for more time and a difficulty that was answered, for pages that show them.</summary>
internal static class SampleWork
{
    public static async Task<(Assignment Work, Difficulty Difficulty)> CreateAsync(IServiceProvider services, Guid planId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var plan = await db.Set<Plan>().SingleAsync(p => p.PlanId == planId);
        var work = await db.Set<Assignment>().Where(a => a.PlanId == planId && a.DueOn != null && !a.IsRequest).OrderBy(a => a.AssignmentId).FirstAsync();
        var person = await db.Set<User>().Where(user => user.Email == "soyte@thanhgiang.example").Select(user => user.Id).SingleAsync();
        var at = plan.IssuedAt;
        db.Add(new WorkEntry { WorkEntryId = Guid.CreateVersion7(), AssignmentId = work.AssignmentId, Kind = WorkEntryKind.Progress, At = at, ById = person, Text = "Đã xong bản thảo tờ gấp.", ProductsDone = 1 });
        db.Add(new ExtensionRequest
        {
            ExtensionRequestId = Guid.CreateVersion7(),
            AssignmentId = work.AssignmentId,
            AskedById = person,
            AskedAt = at,
            DueOn = work.DueOn!.Value,
            AskedDueOn = work.DueOn.Value.AddDays(10),
            Reason = "Nhà in giao muộn.",
        });
        var difficulty = new Difficulty
        {
            DifficultyId = Guid.CreateVersion7(),
            PlanId = planId,
            AssignmentId = work.AssignmentId,
            RaisedByAgencyId = work.HolderAgencyId,
            RaisedById = person,
            RaisedAt = at,
            Text = "Chưa có kinh phí in tờ gấp.",
            WithAgencyId = plan.OwnerAgencyId,
        };
        db.Add(difficulty);
        await db.SaveChangesAsync();
        return (work, difficulty);
    }
}
