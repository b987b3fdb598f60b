using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>A split of a task with a version in force, one of the past and one that waits, and saved views of my work.</summary>
internal static class SampleSplits
{
    /// <returns>The lead's assignment.</returns>
    public static async Task<Guid> CreateAsync(IServiceProvider services, Guid planId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var now = services.GetRequiredService<Calendar>().UtcNow;
        var email = DemoAccounts.All.First(account => account.Role == Role.Administrator).Email;
        var administrator = await db.Set<User>().Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
        var lead = await db.Set<Assignment>().Where(work => work.PlanId == planId && work.Role == AssignmentRole.Lead).OrderBy(work => work.AssignmentId).FirstAsync();
        var others = await db.Set<Assignment>().Where(work => work.PlanTaskId == lead.PlanTaskId && work.Role == AssignmentRole.Coordinating).OrderBy(work => work.AssignmentId).Take(2).ToListAsync();
        var split = new TaskSplit { TaskSplitId = Guid.CreateVersion7(), PlanTaskId = lead.PlanTaskId };
        for (var number = 1; number <= 3; number++)
        {
            split.Propose(lead.AssignmentId, administrator, now,
            [
                new() { AssignmentId = lead.AssignmentId, What = "Xây dựng chương trình, mời giảng viên", DueOn = new DateOnly(2024, 5, 20) },
                .. others.Select((work, index) => new SplitLine { AssignmentId = work.AssignmentId, What = "Cử cán bộ dự và chuẩn bị tài liệu", DueOn = new DateOnly(2024, 6, 10).AddMonths(index) }),
            ]);
            foreach (var work in number < 3 ? others : [])
            {
                split.Agree(number, work.AssignmentId, administrator, now);
            }
        }

        split.Answer(3, others[0].AssignmentId, administrator, now, "Đề nghị lùi sang cuối tháng 6.");
        db.Add(split);
        db.Add(new SavedView { SavedViewId = Guid.CreateVersion7(), UserId = administrator, Page = WorkLinks.MyWorkViews.Name, Name = "Việc chủ trì", Query = "?vai-tro=Lead" });
        db.Add(new SavedView { SavedViewId = Guid.CreateVersion7(), UserId = administrator, Page = WorkLinks.MyWorkViews.Name, Name = "Quá hạn chưa giao ai", Query = "?nhom=Overdue&phu-trach=chua" });
        await db.SaveChangesAsync();
        return lead.AssignmentId;
    }
}
