using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments.Detail;

/// <summary>Tells every agency of an assessment just published where its part is. It may run again: the key names assessment and agency.</summary>
internal sealed class TellAssessmentJob(LoaDbContext db, Notifier notifier) : IJobHandler
{
    public const string Kind = "assessment.tell";
    public const string PublishedKind = "assessment.published";

    public sealed record Order(Guid AssessmentId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Payload<Order>().AssessmentId;
        var assessment = await db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.AssessmentId == id, cancellationToken);
        var agencies = await db.Set<AssessmentAgency>().Where(agency => agency.AssessmentId == id).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        var notices = agencies.ConvertAll(agency => new AgencyNotice(agency, "Có kết quả đánh giá công tác tuyên truyền", $"{assessment.Title}, {Formats.Date(assessment.From)} – {Formats.Date(assessment.To)}", AssessmentLinks.Agency(id, agency), $"{PublishedKind}/{id:N}/{agency:N}"));
        await notifier.TellAgenciesAsync(PublishedKind, Permissions.ActivitiesRead, notices, percent => run.ReportAsync(percent), cancellationToken);
    }
}
