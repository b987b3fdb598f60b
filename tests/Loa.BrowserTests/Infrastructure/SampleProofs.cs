using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Directives;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>A steering document, an exemplar that another agency applied, a shortcoming, and a criterion that is proved by the first two.</summary>
internal static class SampleProofs
{
    public static async Task<(Guid DirectiveId, Guid ExemplarId, Guid EvidenceFileId)> CreateAsync(IServiceProvider services, Guid activityId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var agency = await db.Set<Activity>().Where(activity => activity.ActivityId == activityId).Select(activity => activity.AgencyId).SingleAsync();
        var another = await db.Set<Loa.Modules.Agencies.Agency>().Where(a => a.ParentId != null && a.AgencyId != agency).OrderBy(a => a.Code).Select(a => a.AgencyId).FirstAsync();
        var directive = new Directive { DirectiveId = Guid.CreateVersion7(), AgencyId = agency, Kind = "Công văn", IssuedOn = new DateOnly(2026, 2, 9), Excerpt = "tăng cường tuyên truyền dịch vụ công trực tuyến", Summary = "Mỗi xã, phường phát ít nhất hai bản tin một tuần." };
        directive.Number("214/UBND-NC");
        await services.GetRequiredService<DirectiveDesk>().AddAsync(directive, [], default);

        var desk = services.GetRequiredService<ExemplarDesk>();
        var exemplar = New(ExemplarKind.Model, "Một cửa lưu động tại chợ phiên", "Mỗi phiên chợ, hai công chức tiếp nhận hồ sơ và hướng dẫn nộp trực tuyến; trung bình 40 lượt người.");
        exemplar.ActivityId = activityId;
        var shortcoming = New(ExemplarKind.Shortcoming, "Chậm cập nhật thủ tục đã bãi bỏ", "Bảng niêm yết còn ba thủ tục cũ.");
        foreach (var each in new[] { exemplar, shortcoming })
        {
            await desk.NominateAsync(each, default);
        }

        await desk.ReviewAsync(exemplar, recognised: true, "Nên nhân rộng", default);
        await desk.ApplyAsync(exemplar, another, null, "Áp dụng tại hai chợ phiên", default);

        var file = new EvidenceFile { EvidenceFileId = Guid.CreateVersion7(), AgencyId = agency, Year = 2026, Code = "1.3.2", Title = "Mức độ thực hiện kế hoạch tuyên truyền cải cách hành chính" };
        file.Of("PAR INDEX cấp tỉnh");
        file.Add(activityId, null, null, null);
        file.Add(null, directive.DirectiveId, null, null);
        db.Add(file);
        await db.SaveChangesAsync();
        return (directive.DirectiveId, exemplar.ExemplarId, file.EvidenceFileId);

        Exemplar New(ExemplarKind kind, string title, string story) => new() { ExemplarId = Guid.CreateVersion7(), AgencyId = agency, Kind = kind, Title = title, Story = story };
    }
}
