using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Cadences;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Issue;
using Loa.Platform.Jobs;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.Tests.Modules.Cadences;

internal static class CadenceFlow
{
    /// <summary>A plan of the province without cadences of its own.</summary>
    public static async Task<Plan> PlanAsync(this LoaHost host, TestBrowser officer) =>
        await host.IssueAsync(officer, await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 90000)}/KH-UBND" }.Write(), $"{TestData.Unique("k")}.docx"));

    /// <summary>Saved through the desk, held by the agencies from the beginning.</summary>
    public static Task<Cadence> DefineAsync(this LoaHost host, Guid planId, Action<Cadence>? change = null, params Guid[] agencies) => host.InScopeAsync(async services =>
    {
        var cadence = New(planId);
        change?.Invoke(cadence);
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(cadence);
        await services.GetRequiredService<CadenceDesk>().SaveAsync(cadence, default);
        await services.GetRequiredService<CadenceCounting>().AloneAsync(async () =>
        {
            db.AddRange(agencies.Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id }));
            await db.SaveChangesAsync();
            await services.GetRequiredService<CadenceCounting>().RecountAsync(cadence.CadenceId, default);
        }, default);
        return cadence;
    });

    public static Cadence New(Guid planId)
    {
        var cadence = new Cadence { CadenceId = Guid.CreateVersion7(), PlanId = planId, Ordinal = 1, Text = "Mỗi tháng ít nhất 02 tin về cải cách hành chính", Count = 2, From = new(2026, 1, 1), To = new(2026, 12, 31), DemandFrom = new(2026, 1, 1) };
        cadence.Take([CommunicationForm.News]);
        return cadence;
    }

    public static Task<long> TimesAsync(this LoaHost host, Cadence cadence, Guid agencyId, int ordinal) =>
        host.QueryAsync(db => db.Set<CadenceCount>().Where(count => count.CadenceId == cadence.CadenceId && count.AgencyId == agencyId && count.Ordinal == ordinal).SumAsync(count => count.Times));

    public static Task<List<string>> CadenceFaultsAsync(this LoaHost host) => host.InScopeAsync(services => services.GetRequiredService<Counters>().FaultsAsync(CadenceCounting.Counter, default));

    /// <summary>Issues a draft with these promises in it, and waits until their cadences are made.</summary>
    public static async Task<Plan> IssueWithAsync(this LoaHost host, TestBrowser officer, IReadOnlyList<DraftCadence> sentences, Guid? replaces = null)
    {
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 90000)}/KH-UBND" }.Write(), $"{TestData.Unique("k")}.docx");
        var planId = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var import = await db.Set<PlanImport>().SingleAsync(known => known.PlanImportId == importId);
            (import.ReplacesPlanId, import.ReplacesReason) = (replaces, replaces is null ? null : "Điều chỉnh");
            var draft = DraftJson.Read(import.Draft!);
            draft.Cadences.Clear();
            draft.Cadences.AddRange(sentences);
            return (await services.GetRequiredService<PlanIssuer>().IssueAsync(import, draft, default)).ShouldNotBeNull().PlanId;
        });
        for (var i = 0; i < 600; i++)
        {
            var job = await host.QueryAsync(db => db.Set<Job>().AsNoTracking().SingleAsync(known => known.Kind == MakeCadencesJob.Kind && known.Payload.Contains(planId.ToString())));
            if (job.IsFinished)
            {
                job.State.ShouldBe(JobState.Done, job.Message);
                return await host.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(plan => plan.Cadences.OrderBy(c => c.Ordinal)).SingleAsync(plan => plan.PlanId == planId));
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("No cadences were made within 30 s.");
    }
}
