using Loa.Benchmarks.Fuzz;
using Loa.Benchmarks.Reading;
using Loa.Benchmarks.Writing;

// Without arguments: the reading benchmark. `writing`: the writing benchmark. `fuzz FILE… --count N --seed N`: damaged files without end.
if (args is ["fuzz", .. var rest])
    return FuzzCommand.Run(rest);
if (args is ["writing"])
{
    WritingBenchmark.Run();
    return 0;
}

ReadingBenchmark.Run();
return 0;
