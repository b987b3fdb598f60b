using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

/// <summary>A branch of the tree of its own, whose agencies did many things in two years.</summary>
internal sealed record ActiveBranch(Agency Root, IReadOnlyList<Agency> All, IReadOnlyList<Guid> Topics);

internal static class RandomActivities
{
    public static readonly CommunicationForm[] Forms = [CommunicationForm.News, CommunicationForm.Broadcast, CommunicationForm.Conference];

    public static async Task<ActiveBranch> CreateBranchAsync(this LoaHost host, int seed, int count = 90)
    {
        var root = await host.CreateAgencyAsync($"Khối {seed}");
        var child = await host.CreateAgencyAsync($"Đơn vị {seed}", AgencyKind.Division, AgencyLevel.Province, root.Code);
        var grandchild = await host.CreateAgencyAsync($"Tổ {seed}", AgencyKind.Division, AgencyLevel.Province, child.Code);
        var idle = await host.CreateAgencyAsync($"Đơn vị chưa làm gì {seed}", AgencyKind.Division, AgencyLevel.Province, root.Code);
        var topics = await host.TopicsAsync();
        var (random, agencies) = (new Random(seed), new[] { root, child, grandchild });
        await host.InScopeAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ActivityDesk>());
            for (var i = 0; i < count; i++)
            {
                var day = new DateOnly(2025, 1, 1).AddDays(random.Next(730));
                var activity = ActivityFlow.New(agencies[random.Next(3)].AgencyId, Forms[random.Next(3)], day, $"Hoạt động {seed}-{i}", random.Next(1, 4));
                (activity.IsIntegrated, activity.Minutes, activity.People, activity.Copies, activity.Cost) = (random.Next(3) == 0, random.Next(2) == 0 ? null : random.Next(1, 60), random.Next(2) == 0 ? null : random.Next(200), random.Next(3) == 0 ? random.Next(100) : null, random.Next(3) == 0 ? random.Next(1_000_000) : null);
                activity.Serve([], [.. topics.Where(_ => random.Next(3) == 0)]);
                await desk.LogAsync(activity, default);
                activity.State = random.Next(6) switch { 0 => ActivityState.Unconfirmed, 1 => ActivityState.Withdrawn, _ => ActivityState.Counted };
            }

            await db.SaveChangesAsync();
        });
        return new ActiveBranch(root, [root, child, grandchild, idle], topics);
    }

    public static async Task<IReadOnlyList<Guid>> TopicsAsync(this LoaHost host)
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write(), $"{TestData.Unique("t")}.docx"));
        return await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var texts = Enumerable.Range(0, 3).Select(i => new PlanText { PlanTextId = Guid.CreateVersion7(), PlanId = plan.PlanId, Ordinal = 900 + i, Kind = PlanTextKind.Topic, Text = $"Chủ đề {i}" }).ToList();
            db.AddRange(texts);
            await db.SaveChangesAsync();
            return texts.ConvertAll(text => text.PlanTextId);
        });
    }
}
