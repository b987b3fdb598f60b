using System.Runtime;

namespace Loa.Benchmarks.Serving;

/// <summary>A server runs for weeks; until the compiler has made its best of what is measured, one measures the compiler.</summary>
internal static class Warming
{
    private const int MostSteps = 24;
    private const int QuietCompilations = 30;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    /// <summary>Repeats the work until hardly a method is compiled any more, for two minutes at most.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> UntilQuietAsync(Func<TimeSpan, Task> work)
    {
        var steps = 0;
        for (var (compiled, before) = (long.MaxValue, 0L); compiled > QuietCompilations && steps < MostSteps; steps++)
        {
            before = JitInfo.GetCompiledMethodCount();
            await work(Step);
            compiled = JitInfo.GetCompiledMethodCount() - before;
        }

        return steps * Step;
    }
}
