using System.Text.Json;
using Loa.Data;
using Loa.Platform.Security;

namespace Loa.Platform.Jobs;

/// <summary>Where a page leaves long work. The job is saved with the page's own changes, so it never runs for something that was not saved.</summary>
internal sealed class JobQueue(LoaDbContext db, Calendar calendar, CurrentUser user)
{
    /// <summary>Adds the job; the caller saves.</summary>
    public Job Enqueue<TPayload>(string kind, TPayload payload)
    {
        var now = calendar.UtcNow;
        var job = new Job
        {
            JobId = Guid.CreateVersion7(),
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload),
            RunAfter = now,
            CreatedAt = now,
            CreatedBy = user.UserId,
        };
        db.Add(job);
        return job;
    }
}
