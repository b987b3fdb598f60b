using System.Globalization;

namespace Loa.Benchmarks.Fuzz;

/// <summary><c>fuzz FILE… --count N --seed N</c>: the long run.</summary>
internal static class FuzzCommand
{
    public static int Run(string[] arguments)
    {
        var (count, seed) = (Number(arguments, "--count", 1000), Number(arguments, "--seed", 1));
        var files = arguments.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || !arguments[i - 1].StartsWith("--", StringComparison.Ordinal))).ToList();
        var fuzz = new MutationFuzz();
        foreach (var file in files)
        {
            fuzz.Run(file, count / files.Count, seed);
            Console.WriteLine($"{Path.GetFileName(file),-34} {fuzz.Report.Read,7} read {fuzz.Report.Refused,7} refused {fuzz.Report.Failures.Count,5} failures, slowest {fuzz.Report.Slowest.TotalMilliseconds:F0} ms ({fuzz.Report.SlowestFile}), peak {fuzz.Report.PeakBytes >> 20} MiB");
        }
        foreach (var (reason, times) in fuzz.Report.Reasons.OrderByDescending(r => r.Value))
            Console.WriteLine($"  {reason}: {times}");
        foreach (var failure in fuzz.Report.Failures.GroupBy(f => f.What))
            Console.WriteLine($"  FAILED {failure.Count()}× {failure.First().File} seed {failure.First().Seed}: {failure.Key}");
        return fuzz.Report.Failures.Count == 0 ? 0 : 1;
    }

    private static int Number(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length
            ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
