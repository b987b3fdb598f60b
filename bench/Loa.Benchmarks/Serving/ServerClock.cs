using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Loa.Benchmarks.Serving;

/// <summary>How long the server is at each request, from the first middleware to the last byte it writes.</summary>
internal sealed class ServerClock : IStartupFilter
{
    private ConcurrentBag<double> milliseconds = [];

    public IReadOnlyList<double> Take() => [.. Interlocked.Exchange(ref milliseconds, [])];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            var started = Stopwatch.GetTimestamp();
            await following(context);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
        next(app);
    };
}
