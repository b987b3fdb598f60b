using System.Diagnostics;

namespace Loa.Documents.Blocks;

/// <summary>The limits, the clock and the caller's wish to stop, as one thing that every loop asks.</summary>
internal sealed class ReadBudget : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private long _deadline;
    private TimeSpan _processor;

    public ReadBudget(ReadOptions options, CancellationToken caller)
    {
        Options = options;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Extend(options.Limits.Time);
    }

    public ReadOptions Options { get; }
    public ReadLimits Limits => Options.Limits;
    public CancellationToken Token => _source.Token;

    /// <summary>Throws <see cref="DocumentException"/> when the caller stopped the reading or its time is over.</summary>
    public void Check()
    {
        if (_source.IsCancellationRequested || IsOver())
            throw Stopped();
    }

    /// <summary>Past its time on the wall, a reading goes on while all of the process has not used that much of the processors.</summary>
    private bool IsOver() => Stopwatch.GetTimestamp() > _deadline && ProcessorTime() > _processor;

    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    public DocumentException Stopped(Exception? inner = null) =>
        new(_caller.IsCancellationRequested ? DocumentFailure.Stopped : DocumentFailure.TooSlow, null, inner);

    /// <summary>Recognising images is allowed its own time, from now.</summary>
    public void Extend(TimeSpan time)
    {
        _deadline = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        _processor = ProcessorTime() + time;

        // Helper programs use processors of their own; for them, and for whoever hangs, the wall clock decides.
        _source.CancelAfter(time * Limits.Waiting);
    }

    public void Dispose() => _source.Dispose();
}
