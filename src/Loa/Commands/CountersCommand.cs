using System.CommandLine;
using Loa.Data;

namespace Loa.Commands;

/// <summary><c>loa counters verify</c> compares the sums that dashboards read with a recount; <c>loa counters rebuild</c> makes them anew.</summary>
internal static class CountersCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Data folder (otherwise LOA_DATA, otherwise ./data)" };
        var verify = new Command("verify", "Counts everything anew and names each sum that differs; exit code 1 when one does.") { data };
        verify.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)), services => VerifyAsync(services.GetRequiredService<Counters>(), cancellationToken), cancellationToken));
        var rebuild = new Command("rebuild", "Makes every sum anew; what is counted cannot be written meanwhile.") { data };
        rebuild.SetAction((result, cancellationToken) => CommandHost.RunAsync(
            LoaSettings.FromEnvironment(result.GetValue(data)), services => RebuildAsync(services.GetRequiredService<Counters>(), cancellationToken), cancellationToken));
        return new Command("counters", "The sums that dashboards read.") { verify, rebuild };
    }

    private static async Task<int> VerifyAsync(Counters counters, CancellationToken cancellationToken)
    {
        var wrong = 0;
        foreach (var counter in counters.All)
        {
            var faults = await counters.FaultsAsync(counter, cancellationToken);
            faults.ForEach(key => Console.Error.WriteLine($"{counter.Table}: {key}"));
            Console.WriteLine(faults.Count switch
            {
                0 => $"{counter.Table}: as counted anew.",
                Counters.FaultsMost => $"{counter.Table}: at least {faults.Count} sums differ.",
                _ => $"{counter.Table}: {faults.Count} sums differ.",
            });
            wrong += faults.Count;
        }

        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> RebuildAsync(Counters counters, CancellationToken cancellationToken)
    {
        foreach (var counter in counters.All)
        {
            await counters.RebuildAsync(counter, cancellationToken);
            Console.WriteLine($"{counter.Table}: counted anew.");
        }

        return 0;
    }
}
