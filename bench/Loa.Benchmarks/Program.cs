using Loa.Benchmarks.Agencies;
using Loa.Benchmarks.Fuzz;
using Loa.Benchmarks.Reading;
using Loa.Benchmarks.Writing;

// Without arguments: the reading benchmark. `writing`: the writing benchmark. `agencies`: importing a tree. `fuzz FILE… --count N --seed N`: damaged files without end.
if (args is ["fuzz", .. var rest])
    return FuzzCommand.Run(rest);
if (args is ["writing"])
{
    WritingBenchmark.Run();
    return 0;
}

if (args is ["agencies"])
    return await AgenciesBenchmark.RunAsync();

ReadingBenchmark.Run();
return 0;
