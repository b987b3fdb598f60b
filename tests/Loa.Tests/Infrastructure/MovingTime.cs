namespace Loa.Tests.Infrastructure;

/// <summary>The clock on the wall, moved on by the test.</summary>
internal sealed class MovingTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
