using Loa.Benchmarks.Fuzz;
using Loa.Benchmarks.Reading;

// Without arguments: the reading benchmark. `fuzz FILE… --count N --seed N`: damaged files without end.
if (args is ["fuzz", .. var rest])
    return FuzzCommand.Run(rest);
ReadingBenchmark.Run();
return 0;
