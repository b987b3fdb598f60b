using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Looks at a linked page: the first time its title and words are noted, later it is seen whether they still stand there. The first words stay.</summary>
internal sealed class EvidenceLinkJob(LoaDbContext db, WebPages pages, Calendar calendar, AuditScope audit) : IJobHandler
{
    public const string Kind = "evidence.link";

    public sealed record Order(Guid EvidenceId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Payload<Order>().EvidenceId;
        if (await db.Set<Evidence>().FirstOrDefaultAsync(found => found.EvidenceId == id, cancellationToken) is not { Url: { } url } evidence)
            return;
        audit.Describe("Kiểm tra liên kết minh chứng");
        var page = WebPages.Address(url) is { } address ? await pages.ReadAsync(address, cancellationToken) : WebPage.Gone;
        evidence.LinkCheckedAt = calendar.UtcNow;
        if (!page.IsThere)
        {
            evidence.Link = LinkState.Gone;
        }
        else if (await db.Set<LinkSnapshot>().FirstOrDefaultAsync(taken => taken.EvidenceId == id, cancellationToken) is { } snapshot)
        {
            evidence.Link = page.Text is null || page.Text == snapshot.Text ? LinkState.Reachable : LinkState.Changed;
        }
        else
        {
            (evidence.Link, evidence.LinkTitle) = (LinkState.Reachable, page.Title ?? evidence.LinkTitle);
            if (!string.IsNullOrEmpty(page.Text))
                db.Add(new LinkSnapshot { EvidenceId = id, Text = page.Text, TakenAt = calendar.UtcNow });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
