using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>One assessment being made and one that was published, of the same agencies.</summary>
internal sealed record SampleAssessments(Guid DraftId, Guid PublishedId, Guid CriterionId, Guid AgencyId)
{
    public static async Task<SampleAssessments> CreateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var desk = services.GetRequiredService<AssessmentDesk>();
        var owner = await db.Set<Agency>().Where(agency => agency.Code == "tg").Select(agency => agency.AgencyId).SingleAsync();
        var agencies = await db.Set<Agency>().Where(agency => agency.ParentId == owner).OrderBy(agency => agency.Code).Take(12).Select(agency => agency.AgencyId).ToListAsync();
        var (draft, published) = (New("Đánh giá công tác tuyên truyền năm 2026"), New("Đánh giá 6 tháng đầu năm 2026"));
        await db.SaveChangesAsync();
        await desk.PublishAsync(published, default);
        return new SampleAssessments(draft.AssessmentId, published.AssessmentId, draft.Criteria[0].AssessmentCriterionId, agencies[0]);

        Assessment New(string title)
        {
            var assessment = new Assessment { AssessmentId = Guid.CreateVersion7(), OwnerAgencyId = owner, Title = title, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31), Description = "Chấm theo hướng dẫn kèm kế hoạch." };
            Add("Số tin, bài, chuyên mục", "activities.times", "12: 5\n24: 10", 1000);
            Add("Tỷ lệ nhiệm vụ hoàn thành đúng hạn", "tasks.on-time", null, 2000);
            Add("Chất lượng nội dung", null, null, 500);
            assessment.Agencies.AddRange(agencies.Select(agency => new AssessmentAgency { AssessmentId = assessment.AssessmentId, AgencyId = agency, Remark = agency == agencies[0] ? "Bài viết có chiều sâu, cần thêm hình thức đối thoại." : null }));
            desk.Start(assessment);
            db.Add(new AssessmentScore { AssessmentId = assessment.AssessmentId, AgencyId = agencies[0], AssessmentCriterionId = assessment.Criteria[0].AssessmentCriterionId, Given = 800, Reason = "Có bài được báo trung ương đăng lại." });
            return assessment;

            void Add(string name, string? figure, string? steps, int max) => assessment.Criteria.Add(new AssessmentCriterion
            {
                AssessmentCriterionId = Guid.CreateVersion7(),
                AssessmentId = assessment.AssessmentId,
                Ordinal = assessment.Criteria.Count + 1,
                Name = name,
                Figure = figure,
                Steps = steps,
                MaxPoints = max,
            });
        }
    }
}
