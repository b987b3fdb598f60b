using Loa.Benchmarks.Activities;
using Loa.Benchmarks.Agencies;
using Loa.Benchmarks.Cascade;
using Loa.Benchmarks.Fuzz;
using Loa.Benchmarks.Reading;
using Loa.Benchmarks.Writing;

// Without arguments: the reading benchmark. `writing`: the writing benchmark. `agencies`: importing a tree. `cascade [country]`: issuing plans, my work and the board. `logging`: many writers at once; `activities [country|short]`: the same, lists of activities, and periodic reports over them; `reports [country|short]`: only the reports. `fuzz FILE… --count N --seed N`: damaged files without end.
if (args is ["fuzz", .. var rest])
    return FuzzCommand.Run(rest);
if (args is ["writing"])
{
    WritingBenchmark.Run();
    return 0;
}

if (args is ["agencies"])
    return await AgenciesBenchmark.RunAsync();

if (args is ["cascade", .. var size])
    return await CascadeBenchmark.RunAsync(size is ["country"]);

if (args is ["logging"])
    return await LoggingBenchmark.RunAsync(ActivitiesBenchmark.Measuring);

if (args is ["activities", .. var amount])
    return await ActivitiesBenchmark.RunAsync(amount is ["country"], amount is ["short"], onlyReports: false);

if (args is ["reports", .. var extent])
    return await ActivitiesBenchmark.RunAsync(extent is ["country"], extent is ["short"], onlyReports: true);

ReadingBenchmark.Run();
return 0;
