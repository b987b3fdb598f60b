using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Sums;
using Loa.Modules.Agencies;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

/// <summary>Whatever is done with activities, in whatever order and by how many at once, the sums equal a recount.</summary>
public abstract class ActivityCountersTests(LoaHost host)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2026)]
    public async Task Sums_AfterRandomActs_EqualARecount(int seed)
    {
        var random = new Random(seed);
        var agencies = new[] { await host.AgencyIdAsync("tg-stc"), await host.AgencyIdAsync("tg-sct") };
        var topics = await host.TopicsAsync();
        var ids = new List<Guid>();
        for (var act = 0; act < 60; act++)
        {
            await host.InScopeAsync(async services =>
            {
                var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ActivityDesk>());
                if (ids.Count == 0 || random.Next(3) == 0)
                {
                    var added = ActivityFlow.New(agencies[random.Next(2)]);
                    Vary(added, random, topics);
                    await desk.LogAsync(added, default);
                    ids.Add(added.ActivityId);
                }
                else
                {
                    var id = ids[random.Next(ids.Count)];
                    var activity = await db.Set<Activity>().Include(a => a.Tasks).Include(a => a.Topics).SingleAsync(a => a.ActivityId == id);
                    switch (random.Next(4))
                    {
                        case 0: desk.Withdraw(activity, "Ghi nhầm"); break;
                        case 1: await desk.RestoreAsync(activity, default); break;
                        default: Vary(activity, random, topics); await desk.ChangeAsync(activity, default); break;
                    }
                }

                await db.SaveChangesAsync();
            });
            if (act % 20 == 19)
            {
                (await FaultsAsync()).ShouldBeEmpty();
                await FoldAsync();
            }
        }

        (await FaultsAsync()).ShouldBeEmpty();
        var counted = await host.QueryAsync(db => db.Set<ActivityTotal>().Where(total => agencies.Contains(total.AgencyId)).SumAsync(total => total.Activities));
        counted.ShouldBe(await host.QueryAsync(db => db.Set<Activity>().LongCountAsync(a => agencies.Contains(a.AgencyId))));
        (await host.QueryAsync(db => db.Set<ActivityTopicTotal>().SumAsync(total => total.Activities))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Sums_WhenManyWriteForOneAgencyAtOnce_LoseNothing()
    {
        var agency = await host.AgencyIdAsync("tg-sxd");

        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await host.LogActivityAsync("tg-sxd", activity => activity.HeldOn(ActivityFlow.Day.AddDays((writer + i) % 40), ActivityFlow.Day.AddDays((writer + i) % 40)));
            }
        })));
        try
        {
            // The server adds up meanwhile, and once an administrator has everything counted anew.
            await host.InScopeAsync(services => services.GetRequiredService<Counters>().RebuildAsync(ActivityCounters.Weeks, default));
            while (!writing.IsCompleted)
            {
                await FoldAsync();
                (await FaultsAsync()).ShouldBeEmpty("while others write");
            }
        }
        finally
        {
            await writing;
        }

        await FoldAsync();

        (await host.QueryAsync(db => db.Set<ActivityTotal>().Where(total => total.AgencyId == agency).SumAsync(total => total.Activities))).ShouldBe(80);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_FindsASumThatWasTamperedWith_AndRebuildMendsIt()
    {
        var activity = await host.LogActivityAsync("tg-stp");
        await FoldAsync();
        await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>() is var db && host is PostgresHost
            ? db.Database.ExecuteSqlAsync($"""UPDATE "OwnTotals" SET "Times" = "Times" + 1 WHERE "AgencyId" = {activity.AgencyId}""")
            : db.Database.ExecuteSqlAsync($"""UPDATE "ActivityTotals" SET "Times" = "Times" + 1 WHERE "AgencyId" = {activity.AgencyId}"""));
        // Something waits in the queue while all is counted anew.
        await host.LogActivityAsync("tg-stp");

        (await FaultsAsync()).ShouldContain(fault => fault.StartsWith("ActivityTotals"), 1);
        await host.InScopeAsync(services => services.GetRequiredService<Counters>().RebuildAsync(ActivityCounters.Totals, default));
        (await FaultsAsync()).ShouldBeEmpty();
        await FoldAsync();
        (await FaultsAsync()).ShouldBeEmpty("and branches follow");
    }

    [Fact]
    public async Task Branches_GiveWhatStandsBelow_QueuedOrAddedUp_AndFollowTheTreeAsItTurns()
    {
        var (province, unit, other) = (await host.AgencyIdAsync("tg"), await host.AgencyIdAsync("tg-stp"), await host.AgencyIdAsync("tg-stc"));
        await FoldAsync();
        var (before, aside) = (await BelowAsync(province), await BelowAsync(other));

        await host.LogActivityAsync("tg-stp");
        (await BelowAsync(province)).ShouldBe(before + 1, "queued");
        await FoldAsync();
        (await BelowAsync(province)).ShouldBe(before + 1, "added up");
        (await BelowAsync(unit)).ShouldBe(await OwnAsync(unit));

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            (await db.Set<Agency>().SingleAsync(agency => agency.AgencyId == unit)).PlaceUnder(await db.Set<Agency>().SingleAsync(agency => agency.AgencyId == other));
            await db.SaveChangesAsync();
        });
        (await BelowAsync(other)).ShouldBe(aside + await OwnAsync(unit), "turned, and not yet added up anew");
        await FoldAsync();
        (await BelowAsync(other)).ShouldBe(aside + await OwnAsync(unit), "added up anew");
        (await BelowAsync(province)).ShouldBe(before + 1);
        (await FaultsAsync()).ShouldBeEmpty();
        if (host is PostgresHost)
        {
            await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>().Database.ExecuteSqlAsync($"""UPDATE "BranchTotals" SET "Times" = "Times" + 1"""));
            (await FaultsAsync()).ShouldContain(fault => fault.StartsWith("ActivityBranches"));
            await host.InScopeAsync(services => services.GetRequiredService<Counters>().RebuildAsync(BranchSums.Totals, default));
            (await FaultsAsync()).ShouldBeEmpty("right at once");
            await FoldAsync();
            (await FaultsAsync()).ShouldBeEmpty("and added up anew");
        }

        Task<long> BelowAsync(Guid branch) => host.QueryAsync(db => BranchSums.TotalsOf(db, branch).SumAsync(total => total.Activities));
        Task<long> OwnAsync(Guid agency) => host.QueryAsync(db => db.Set<ActivityTotal>().Where(total => total.AgencyId == agency).SumAsync(total => total.Activities));
    }

    [Fact]
    public async Task Branches_WhileTheTreeTurnsASecondTime_AreNotMadeFromTheOldOne()
    {
        if (host is not PostgresHost)
        {
            return;
        }

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            // One turn is over and its sums wait to be made anew; another has begun.
            await db.Database.ExecuteSqlRawAsync(SumQueue.Mark);
            await using var turning = await db.Database.BeginTransactionAsync();
            await db.Set<Agency>().Where(agency => agency.Code == "tg-syt").ExecuteUpdateAsync(set => set.SetProperty(agency => agency.Path, agency => agency.Path));

            (await host.InScopeAsync(others => others.GetRequiredService<SumQueue>().FoldAsync(default))).ShouldBeFalse("it waits for the turn");

            await turning.CommitAsync();
        });
        // By this call or by the host's own folder, whichever is first.
        await FoldAsync();
        (await FaultsAsync()).ShouldBeEmpty();
    }

    /// <summary>As the server does every few seconds, where it does.</summary>
    private async Task FoldAsync()
    {
        if (host is PostgresHost)
        {
            await host.InScopeAsync(services => services.GetRequiredService<SumQueue>().FoldAsync(default));
        }
    }

    private static void Vary(Activity activity, Random random, IReadOnlyList<Guid> topics)
    {
        activity.Form = random.Next(2) == 0 ? CommunicationForm.News : CommunicationForm.Broadcast;
        (activity.Times, activity.Minutes, activity.People, activity.Copies, activity.Cost) = (random.Next(1, 5), random.Next(2) == 0 ? null : random.Next(1, 90), random.Next(2) == 0 ? null : random.Next(500), random.Next(100), random.Next(3) == 0 ? null : random.NextInt64(10_000_000_000));
        activity.IsIntegrated = random.Next(2) == 0;
        var day = new DateOnly(2025, 12, 20).AddDays(random.Next(40));
        activity.HeldOn(day, day);
        activity.Serve([], [.. topics.Where(_ => random.Next(2) == 0)]);
    }

    private Task<List<string>> FaultsAsync() => host.InScopeAsync(async services =>
    {
        var counters = services.GetRequiredService<Counters>();
        counters.All.Count.ShouldBeGreaterThanOrEqualTo(5);
        var faults = new List<string>();
        foreach (var counter in counters.All)
        {
            faults.AddRange((await counters.FaultsAsync(counter, default)).Select(key => $"{counter.Table} {key}"));
        }

        return faults;
    });
}

public sealed class ActivityCountersOnSqlite(SqliteHost host) : ActivityCountersTests(host), IClassFixture<SqliteHost>;

public sealed class ActivityCountersOnPostgres(PostgresHost host) : ActivityCountersTests(host), IClassFixture<PostgresHost>;
