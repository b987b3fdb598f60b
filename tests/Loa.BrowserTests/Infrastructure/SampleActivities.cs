using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Activities in every state, and one with all its facts.</summary>
internal static class SampleActivities
{
    /// <summary>Evidence of every look, for the activity's page; the link with its noted words is given back.</summary>
    public static async Task<Guid> LinkAsync(IServiceProvider services, Guid activityId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var now = services.GetRequiredService<Platform.Calendar>().UtcNow;
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), "bien-ban-hoi-nghi.pdf");
        var link = New(0);
        (link.Url, link.Link, link.LinkTitle, link.LinkCheckedAt) = ("https://bao.example.vn/tap-huan-mot-cua", LinkState.Changed, "Tập huấn kỹ năng một cửa", now);
        var (paper, infected, removed) = (New(1), New(2), New(3));
        foreach (var evidence in new[] { paper, infected, removed })
            (evidence.FileId, evidence.Kind) = (file.StoredFileId, ContentKind.Pdf);
        (infected.Scan, infected.ScanNote, removed.RemovedAt) = (ScanState.Infected, "Eicar-Test-Signature", now);
        db.AddRange(link, paper, infected, removed, new LinkSnapshot { EvidenceId = link.EvidenceId, Text = "Hơn 300 công chức dự tập huấn kỹ năng một cửa.", TakenAt = now });
        await db.SaveChangesAsync();
        return link.EvidenceId;

        Evidence New(int ordinal) => new() { EvidenceId = Guid.CreateVersion7(), ActivityId = activityId, Ordinal = ordinal, AddedAt = now };
    }

    public static async Task<Guid> CreateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var desk = services.GetRequiredService<ActivityDesk>();
        var agency = await db.Set<Agency>().Where(a => a.ParentId != null).OrderBy(a => a.Code).Select(a => a.AgencyId).FirstAsync();
        var whole = New("Chuyên mục cải cách hành chính tuần 10", CommunicationForm.Broadcast);
        whole.ChannelId = await desk.ChannelAsync(agency, "Đài Phát thanh và Truyền hình tỉnh", default);
        (whole.Times, whole.Minutes, whole.IsPrimeTime, whole.People, whole.PeopleBy) = (3, 15, true, 12_000, ReachMethod.Coverage);
        (whole.Audiences, whole.Cost, whole.Funding, whole.InCharge, whole.Description) = ([AudienceGroup.Residents, AudienceGroup.Businesses], 4_500_000, FundingSource.Recurrent, "Biên tập viên Hà Thị Sen", "Phỏng vấn công chức một cửa về nộp hồ sơ trực tuyến.");
        foreach (var activity in new[] { whole, New("Treo băng rôn tại trụ sở", CommunicationForm.Banner), New("Hội nghị giao ban quý I", CommunicationForm.Conference) })
        {
            await desk.LogAsync(activity, default);
        }

        var withdrawn = New("Ghi nhầm hai lần", CommunicationForm.News);
        await desk.LogAsync(withdrawn, default);
        desk.Withdraw(withdrawn, "Trùng với hoạt động đã ghi");
        await db.SaveChangesAsync();
        return whole.ActivityId;

        Activity New(string title, CommunicationForm form)
        {
            var activity = new Activity { ActivityId = Guid.CreateVersion7(), AgencyId = agency, Form = form, Title = title };
            activity.HeldOn(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 4));
            return activity;
        }
    }
}
