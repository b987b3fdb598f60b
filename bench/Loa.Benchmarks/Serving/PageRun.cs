using System.Globalization;

namespace Loa.Benchmarks.Serving;

/// <summary>One page looked at by many people at once: server time and processor, once the compiler has made its best of the page.</summary>
/// <param name="Times">Milliseconds of each answer, sorted.</param>
internal sealed record PageRun(string Name, int People, TimeSpan Warmed, IReadOnlyList<double> Times, double ProcessorMilliseconds)
{
    public double P95 => Quantile(Times, 0.95);

    public static async Task<PageRun> MeasureAsync(string name, Officers officers, Func<int, string> page, ServerClock clock, TimeSpan time)
    {
        var warmed = await Warming.UntilQuietAsync(step => officers.LookAsync(page, step));
        clock.Take();
        var processor = Environment.CpuUsage.TotalTime;
        await officers.LookAsync(page, time);
        var times = clock.Take();
        return new PageRun(name, officers.Count, warmed, [.. times.Order()], (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count) { Time = time };
    }

    public TimeSpan Time { get; private init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}, {People} people, {Times.Count / Time.TotalSeconds:F0} pages a second after {Warmed.TotalSeconds:F0} s of warming: median {Quantile(Times, 0.5):F1} ms, p95 {P95:F1} ms, p99 {Quantile(Times, 0.99):F1} ms; {ProcessorMilliseconds:F1} ms of processor a page, load generator included, PostgreSQL not");

    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
