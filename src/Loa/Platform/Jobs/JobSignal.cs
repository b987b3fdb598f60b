using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Platform.Jobs;

/// <summary>Wakes the worker of this process as soon as a job was saved; jobs of other processes are found when it looks by itself.</summary>
internal sealed class JobSignal : SaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim waiting = new(0, 1000);

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => waiting.WaitAsync(longest, cancellationToken);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.Entries<Job>().Any(entry => entry.State == EntityState.Unchanged && entry.Entity.State == JobState.Waiting) == true)
        {
            waiting.Release();
        }

        return ValueTask.FromResult(result);
    }

    public void Dispose() => waiting.Dispose();
}

internal static class JobMessages
{
    public const string GaveUp = "Không thực hiện được sau nhiều lần thử; hãy báo quản trị viên.";
    public const string TryingAgain = "Chưa thực hiện được, sẽ thử lại.";
}
