using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Cadences;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.Tests.Modules.Cadences;

/// <summary>Whatever is done with activities and definitions, in whatever order and by how many at once, the counts equal a recount.</summary>
public abstract class CadenceCountersTests(LoaHost host)
{
    private static readonly CommunicationForm[] Forms = [CommunicationForm.News, CommunicationForm.Broadcast, CommunicationForm.Dialogue];

    [Fact]
    public async Task Count_TakesWhatTheDefinitionSays_AndNothingElse()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.PlanAsync(officer);
        var agency = await host.AgencyIdAsync("tg-syt");
        await host.LogActivityAsync("tg-syt", activity => Broadcast(activity, 15, prime: true, times: 2));
        var cadence = await host.DefineAsync(plan.PlanId, c =>
        {
            (c.MinMinutes, c.PrimeTimeOnly, c.IntegratedCounts) = (15, true, false);
            c.Take([CommunicationForm.Broadcast, CommunicationForm.Loudspeaker]);
        }, agency);
        (await host.TimesAsync(cadence, agency, 3)).ShouldBe(2, "what was done before it was defined counts");

        await host.LogActivityAsync("tg-syt", activity => Broadcast(activity, 14, prime: true));
        await host.LogActivityAsync("tg-syt", activity => Broadcast(activity, null, prime: true));
        await host.LogActivityAsync("tg-syt", activity => Broadcast(activity, 30, prime: false));
        await host.LogActivityAsync("tg-syt", activity => { Broadcast(activity, 30, prime: true); activity.IsIntegrated = true; });
        await host.LogActivityAsync("tg-syt", activity => { Broadcast(activity, 30, prime: true); activity.Form = CommunicationForm.News; });
        await host.LogActivityAsync("tg-syt", activity => { Broadcast(activity, 30, prime: true); activity.HeldOn(new(2026, 4, 1), new(2026, 4, 1)); });
        await host.LogActivityAsync("tg-stp", activity => Broadcast(activity, 30, prime: true));
        (await host.TimesAsync(cadence, agency, 3)).ShouldBe(2);
        var counted = await host.LogActivityAsync("tg-syt", activity => Broadcast(activity, 16, prime: true));
        (await host.TimesAsync(cadence, agency, 3)).ShouldBe(3);

        await host.InScopeAsync(async services =>
        {
            var activity = (await services.GetRequiredService<LoaDbContext>().Set<Activity>().SingleAsync(a => a.ActivityId == counted.ActivityId));
            services.GetRequiredService<ActivityDesk>().Withdraw(activity, "Ghi nhầm");
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        });
        (await host.TimesAsync(cadence, agency, 3)).ShouldBe(2);

        await ChangeAsync(cadence.CadenceId, c => (c.MinMinutes, c.IntegratedCounts) = (10, true));
        (await host.TimesAsync(cadence, agency, 3)).ShouldBe(4);
        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task Counts_AfterRandomActsAndDefinitions_EqualARecount(int seed)
    {
        var random = new Random(seed);
        using var officer = await host.OfficerAsync();
        var plan = await host.PlanAsync(officer);
        var agencies = new[] { await host.AgencyIdAsync("tg-stc"), await host.AgencyIdAsync("tg-sct") };
        var cadences = new List<Cadence>();
        foreach (var i in Enumerable.Range(0, 3))
        {
            cadences.Add(await host.DefineAsync(plan.PlanId, c => Vary(c, random), [.. agencies.Where(_ => random.Next(4) > 0)]));
        }

        var ids = new List<Guid>();
        for (var act = 0; act < 70; act++)
        {
            if (act % 9 == 8)
            {
                await ChangeAsync(cadences[random.Next(3)].CadenceId, c => Vary(c, random));
                continue;
            }

            await ActAsync(random, agencies, ids);
        }

        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
        (await host.QueryAsync(db => db.Set<CadenceCount>().SumAsync(count => count.Times))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Counts_WhenDefinitionsChangeWhileOthersLog_LoseNothing()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.PlanAsync(officer);
        var agency = await host.AgencyIdAsync("tg-sxd");
        var cadence = await host.DefineAsync(plan.PlanId, null, agency);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                if (writer == 0)
                {
                    await ChangeAsync(cadence.CadenceId, c => c.Every = i % 2 == 0 ? "P1W" : "P1M");
                }
                else
                {
                    await host.LogActivityAsync("tg-sxd", activity => activity.HeldOn(ActivityFlow.Day.AddDays((writer * 7) + i), ActivityFlow.Day.AddDays((writer * 7) + i)));
                }
            }
        })));

        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
        (await host.QueryAsync(db => db.Set<CadenceCount>().Where(count => count.CadenceId == cadence.CadenceId).SumAsync(count => count.Times))).ShouldBe(48);
    }

    [Fact]
    public async Task Verify_FindsACountThatWasTamperedWith_AndRebuildMendsIt()
    {
        using var officer = await host.OfficerAsync();
        var agency = await host.AgencyIdAsync("tg-stp");
        var cadence = await host.DefineAsync((await host.PlanAsync(officer)).PlanId, null, agency);
        await host.LogActivityAsync("tg-stp");
        await host.InScopeAsync(async services => await services.GetRequiredService<LoaDbContext>().Set<CadenceCount>().Where(count => count.CadenceId == cadence.CadenceId).ExecuteUpdateAsync(set => set.SetProperty(count => count.Times, 7)));

        (await host.CadenceFaultsAsync()).ShouldNotBeEmpty();
        await host.InScopeAsync(services => services.GetRequiredService<Counters>().RebuildAsync(CadenceCounting.Counter, default));
        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
    }

    private async Task ActAsync(Random random, Guid[] agencies, List<Guid> ids) => await host.InScopeAsync(async services =>
    {
        var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<ActivityDesk>());
        if (ids.Count == 0 || random.Next(3) == 0)
        {
            var added = ActivityFlow.New(agencies[random.Next(2)]);
            Vary(added, random);
            await desk.LogAsync(added, default);
            ids.Add(added.ActivityId);
        }
        else
        {
            var id = ids[random.Next(ids.Count)];
            var activity = await db.Set<Activity>().Include(a => a.Tasks).Include(a => a.Topics).SingleAsync(a => a.ActivityId == id);
            switch (random.Next(5))
            {
                case 0: desk.Withdraw(activity, "Ghi nhầm"); break;
                case 1: await desk.RestoreAsync(activity, default); break;
                default: Vary(activity, random); await desk.ChangeAsync(activity, default); break;
            }
        }

        await db.SaveChangesAsync();
    });

    private Task ChangeAsync(Guid cadenceId, Action<Cadence> change) => host.InScopeAsync(async services =>
    {
        var desk = services.GetRequiredService<CadenceDesk>();
        var cadence = (await desk.FindAsync(cadenceId, default)).ShouldNotBeNull();
        change(cadence);
        await desk.SaveAsync(cadence, default);
    });

    private static void Broadcast(Activity activity, int? minutes, bool prime, int times = 1) =>
        (activity.Form, activity.Minutes, activity.IsPrimeTime, activity.Times) = (CommunicationForm.Broadcast, minutes, prime, times);

    private static void Vary(Cadence cadence, Random random)
    {
        (cadence.Count, cadence.Every) = (random.Next(1, 5), Cadence.Lengths[random.Next(Cadence.Lengths.Length)]);
        (cadence.MinMinutes, cadence.PrimeTimeOnly, cadence.IntegratedCounts) = (random.Next(2) == 0 ? null : random.Next(1, 40), random.Next(3) == 0, random.Next(2) == 0);
        cadence.From = new DateOnly(2025, 11, 1).AddDays(random.Next(60));
        cadence.To = cadence.From.AddDays(random.Next(10, 200));
        cadence.Take(Forms.Where(_ => random.Next(2) == 0));
    }

    private static void Vary(Activity activity, Random random)
    {
        activity.Form = Forms[random.Next(Forms.Length)];
        (activity.Times, activity.Minutes, activity.IsPrimeTime, activity.IsIntegrated) = (random.Next(1, 5), random.Next(2) == 0 ? null : random.Next(1, 60), random.Next(2) == 0, random.Next(2) == 0);
        var day = new DateOnly(2025, 12, 1).AddDays(random.Next(60));
        activity.HeldOn(day, day);
    }
}

public sealed class CadenceCountersOnSqlite(SqliteHost host) : CadenceCountersTests(host), IClassFixture<SqliteHost>;

public sealed class CadenceCountersOnPostgres(PostgresHost host) : CadenceCountersTests(host), IClassFixture<PostgresHost>;
