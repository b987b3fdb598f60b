using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Directives;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

/// <summary>What a year leaves behind besides activities: steering documents, an exemplar that another agency applied, a shortcoming, criteria with their proof, an assessment being made.</summary>
internal sealed class DemoProofs(LoaDbContext db, DirectiveDesk directives, ExemplarDesk exemplars, AssessmentDesk assessments, Calendar calendar, CurrentUser user)
{
    private const string Model = "Tổ hỗ trợ nộp hồ sơ trực tuyến tại nhà văn hóa thôn";

    private Guid Own => user.AgencyId ?? throw new InvalidOperationException("Told by somebody who works for an agency.");

    private int Year => calendar.VietnamToday.Year;

    /// <summary>The province's office: documents, their criterion, a shortcoming.</summary>
    public async Task WriteAsync(Guid planId, CancellationToken cancellationToken)
    {
        var written = new List<Directive>();
        foreach (var (kind, reference, month, day, excerpt, summary) in new[]
        {
            ("Công văn", "214/UBND-NC", 2, 9, "tăng cường tuyên truyền dịch vụ công trực tuyến", "Mỗi xã, phường phát ít nhất hai bản tin một tuần; các sở cập nhật thủ tục mới trên cổng trong ba ngày làm việc."),
            ("Chỉ thị", "05/CT-UBND", 4, 14, "chấn chỉnh kỷ luật, kỷ cương hành chính trong giải quyết thủ tục hành chính", "Công khai số lượt hồ sơ trễ hạn; thư xin lỗi phải gửi trước ngày hết hạn."),
            ("Thông báo", "131/TB-VP", 9, 3, "kết luận tại hội nghị sơ kết công tác tuyên truyền cải cách hành chính", "Nhân rộng tổ hỗ trợ nộp hồ sơ trực tuyến tại các thôn, tổ dân phố."),
        })
        {
            var directive = new Directive { DirectiveId = Guid.CreateVersion7(), AgencyId = Own, PlanId = planId, Kind = kind, IssuedOn = new DateOnly(Year, month, day), Excerpt = excerpt, Summary = summary };
            if (directive.IssuedOn > calendar.VietnamToday)
            {
                continue;
            }

            directive.Number(reference);
            await directives.AddAsync(directive, [], cancellationToken);
            written.Add(directive);
        }

        var shortcoming = New(ExemplarKind.Shortcoming, "Bảng niêm yết thủ tục ở một số xã chưa cập nhật", "Qua kiểm tra, ba bảng niêm yết còn thủ tục đã bãi bỏ; đã yêu cầu rà soát và thay mới.");
        await exemplars.NominateAsync(shortcoming, cancellationToken);
        var file = new EvidenceFile { EvidenceFileId = Guid.CreateVersion7(), AgencyId = Own, Year = Year, Code = "1.3.2", Title = "Mức độ thực hiện kế hoạch tuyên truyền cải cách hành chính" };
        file.Of("PAR INDEX cấp tỉnh");
        written.ForEach(directive => file.Add(null, directive.DirectiveId, null, null));
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A commune tells of what went well with it.</summary>
    public async Task NominateAsync(CancellationToken cancellationToken)
    {
        var model = New(ExemplarKind.Model, Model, "Mỗi tuần một buổi, hai đoàn viên và một công chức một cửa hướng dẫn người dân lập tài khoản, nộp và theo dõi hồ sơ; trung bình 25 lượt người một buổi.");
        model.ActivityId = await db.Set<Activity>().Where(activity => activity.AgencyId == Own && activity.Form == CommunicationForm.HamletMeeting).OrderByDescending(activity => activity.StartsOn).Select(activity => (Guid?)activity.ActivityId).FirstOrDefaultAsync(cancellationToken);
        await exemplars.NominateAsync(model, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The province's office recognises it, and begins to judge the departments' year.</summary>
    public async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var model = await db.Set<Exemplar>().SingleAsync(exemplar => exemplar.Title == Model, cancellationToken);
        await exemplars.ReviewAsync(model, recognised: true, "Nên nhân rộng tại các thôn còn nhiều người chưa quen nộp trực tuyến.", cancellationToken);
        var assessment = new Assessment { AssessmentId = Guid.CreateVersion7(), OwnerAgencyId = Own, Title = $"Đánh giá công tác tuyên truyền cải cách hành chính năm {Year}", From = new DateOnly(Year, 1, 1), To = new DateOnly(Year, 12, 31), Description = "Chấm theo hướng dẫn kèm kế hoạch; điểm theo số liệu được tính tự động." };
        foreach (var (name, figure, steps, most) in new (string, string?, string?, int)[]
        {
            ("Số tin, bài, chuyên mục", "activities.times", "12: 5\n24: 10", 1000),
            ("Tỷ lệ nhiệm vụ hoàn thành đúng hạn", "tasks.on-time", null, 2000),
            ("Chất lượng nội dung", null, null, 500),
        })
        {
            assessment.Criteria.Add(new AssessmentCriterion { AssessmentCriterionId = Guid.CreateVersion7(), AssessmentId = assessment.AssessmentId, Ordinal = assessment.Criteria.Count + 1, Name = name, Figure = figure, Steps = steps, MaxPoints = most });
        }

        var departments = await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Where(agency => agency.ParentId == Own && agency.Kind == AgencyKind.Department).OrderBy(agency => agency.SortOrder).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        assessment.Agencies.AddRange(departments.Select(id => new AssessmentAgency { AssessmentId = assessment.AssessmentId, AgencyId = id }));
        assessments.Start(assessment);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Another agency takes it up.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var model = await db.Set<Exemplar>().SingleAsync(exemplar => exemplar.Title == Model, cancellationToken);
        await exemplars.ApplyAsync(model, Own, null, "Làm tại hai trạm y tế vào ngày tiêm chủng hằng tháng", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Exemplar New(ExemplarKind kind, string title, string story) => new() { ExemplarId = Guid.CreateVersion7(), AgencyId = Own, Kind = kind, Title = title, Story = story };
}
