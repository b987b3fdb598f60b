using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Agencies;
using Loa.Modules.Circulations;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>A document in circulation that some have read, with a question, people told directly and a day gone by; and one of a plan.</summary>
internal static class SampleCirculations
{
    public static async Task<Circulation> CreateAsync(IServiceProvider services, Guid planId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var now = services.GetRequiredService<Calendar>().UtcNow;
        var email = DemoAccounts.All.First(account => account.Role == Role.Administrator).Email;
        var administrator = await db.Set<User>().Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
        var owner = await db.Set<Plan>().Where(plan => plan.PlanId == planId).Select(plan => plan.OwnerAgencyId).SingleAsync();
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), "cong-van-quan-triet.pdf");
        var document = Make(owner, administrator, now.AddDays(-20), "Công văn về chấn chỉnh kỷ luật, kỷ cương hành chính");
        (document.FileId, document.ReadBy, document.Message) = (file.StoredFileId, document.SentOn.AddDays(7), "Chú ý phần trách nhiệm của bộ phận một cửa.");
        var ofPlan = Make(owner, administrator, now.AddDays(-1), "Kế hoạch tuyên truyền cải cách hành chính năm 2024");
        (ofPlan.PlanId, ofPlan.ReadBy) = (planId, ofPlan.SentOn.AddDays(14));
        db.AddRange(document, ofPlan);
        var grants = await db.Set<RoleGrant>().Where(grant => grant.AgencyId != null).OrderBy(grant => grant.RoleGrantId).ToListAsync();
        foreach (var circulation in new[] { document, ofPlan })
        {
            db.AddRange(grants.Select(grant => grant.AgencyId!.Value).Distinct().Select(id => new CirculationAgency { CirculationId = circulation.CirculationId, AgencyId = id }));
            db.AddRange(grants.DistinctBy(grant => grant.UserId).Where(grant => grant.UserId != administrator).Select((grant, index) => new CirculationRecipient
            {
                CirculationId = circulation.CirculationId,
                UserId = grant.UserId,
                AgencyId = grant.AgencyId!.Value,
                AskedAt = circulation.SentAt,
                OpenedAt = index % 3 < 2 ? circulation.SentAt.AddHours(3) : null,
                AcknowledgedAt = index % 3 == 0 ? circulation.SentAt.AddHours(4) : null,
            }));
            db.Add(new CirculationRecipient { CirculationId = circulation.CirculationId, UserId = administrator, AgencyId = owner, AskedAt = circulation.SentAt });
        }

        var agency = grants[0].AgencyId!.Value;
        db.Add(new CirculationDirect { CirculationDirectId = Guid.CreateVersion7(), CirculationId = document.CirculationId, AgencyId = agency, People = 12, HeldOn = document.SentOn.AddDays(3), Form = DirectForm.Meeting, Note = "Họp cơ quan tháng 11", RecordedById = administrator, RecordedAt = now });
        if (!await db.Set<AgencyHeadcount>().AnyAsync(count => count.AgencyId == agency))
        {
            db.Add(new AgencyHeadcount { AgencyId = agency, CountedOn = document.SentOn.AddYears(-1), Count = 40 });
        }

        foreach (var reader in new[] { administrator, grants[0].UserId }.Distinct())
        {
            db.Add(new CirculationRemark { CirculationRemarkId = Guid.CreateVersion7(), CirculationId = document.CirculationId, ReaderId = reader, ById = reader, At = now, Text = "Đơn vị sự nghiệp có áp dụng không?" });
        }

        await db.SaveChangesAsync();
        return document;
    }

    private static Circulation Make(Guid owner, Guid by, DateTime at, string title) =>
        new() { CirculationId = Guid.CreateVersion7(), AgencyId = owner, SentById = by, SentAt = at, SentOn = DateOnly.FromDateTime(Calendar.ToVietnam(at)), Title = title };
}
