using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Cadences;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Promises of the sample plan in every state, a sentence that is none yet, and a target with values.</summary>
internal sealed record SampleCadences(Guid CadenceId, Guid AgencyId, int Missed, Guid TargetId, Guid MeasuredId)
{
    public static async Task<SampleCadences> CreateAsync(IServiceProvider services, Guid planId)
    {
        var (db, desk) = (services.GetRequiredService<LoaDbContext>(), services.GetRequiredService<CadenceDesk>());
        var today = services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday;
        var agencies = await db.Set<Assignment>().Where(work => work.PlanId == planId).Select(work => work.HolderAgencyId).Distinct().OrderBy(id => id).Take(8).ToListAsync();
        var agency = await db.Set<Agency>().Where(a => a.Code == "tg-syt").Select(a => a.AgencyId).SingleAsync();
        var news = await DefineAsync("Mỗi tháng đăng ít nhất 02 tin, bài về cải cách hành chính trên trang thông tin điện tử", "P1M", 2, CommunicationForm.News, CommunicationForm.Article);
        await DefineAsync("Mỗi tuần phát một lần, ít nhất 15 phút, vào giờ nhiều người theo dõi", "P1W", 1, CommunicationForm.Broadcast, CommunicationForm.Loudspeaker);
        await DefineAsync("Đối thoại hoặc tọa đàm 6 tháng một lần", "P6M", 1, CommunicationForm.Dialogue, CommunicationForm.Seminar);
        db.Add(new PlanCadence { PlanCadenceId = Guid.CreateVersion7(), PlanId = planId, Ordinal = 90, Text = "Tăng thời lượng tuyên truyền trên sóng phát thanh, truyền hình" });
        for (var month = 2; month <= 9; month++)
        {
            var activity = new Activity { ActivityId = Guid.CreateVersion7(), AgencyId = agency, Form = CommunicationForm.News, Title = $"Tin về bộ phận một cửa, số {month}", Times = month == 4 ? 1 : 2 };
            var day = new DateOnly(today.Year, today.Month, 1).AddMonths(-month).AddDays(3);
            activity.HeldOn(day, day);
            await services.GetRequiredService<ActivityDesk>().LogAsync(activity, default);
        }

        var target = new Target { TargetId = Guid.CreateVersion7(), PlanId = planId, Ordinal = 91, Text = "Ít nhất 90% người dân đến giao dịch biết cách nộp hồ sơ trực tuyến", Value = 90, Unit = "%", Comparison = TargetComparison.AtLeast, Numerator = "người biết cách nộp hồ sơ trực tuyến", Denominator = "người được hỏi" };
        var measured = new Target { TargetId = Guid.CreateVersion7(), PlanId = planId, Ordinal = 92, Text = "Đăng ít nhất 20 tin, bài trong năm", Value = 20, Unit = "tin, bài", Comparison = TargetComparison.AtLeast };
        db.AddRange(target, measured, new TargetMeasure { TargetId = measured.TargetId, Source = MeasureSource.Activities, Forms = [CommunicationForm.News, CommunicationForm.Article] });
        await db.SaveChangesAsync();
        foreach (var (month, above) in new[] { (6, 70), (3, 88) })
        {
            await services.GetRequiredService<TargetDesk>().EnterAsync(target.TargetId, agency, today.AddMonths(-month), above, 100, "Khảo sát tại bộ phận một cửa", default);
            await db.SaveChangesAsync();
        }

        return new SampleCadences(news.CadenceId, agency, news.Periods.First(period => period.To.AddDays(40) > today && period.ClosesOn < today).Ordinal, target.TargetId, measured.TargetId);

        async Task<Cadence> DefineAsync(string text, string every, int count, params CommunicationForm[] forms)
        {
            var cadence = new Cadence { CadenceId = Guid.CreateVersion7(), PlanId = planId, Text = text, Every = every, Count = count, From = new(today.Year - 1, 1, 1), To = new(today.Year + 1, 12, 31), DemandFrom = today.AddMonths(-9) };
            cadence.Take(forms);
            db.Add(cadence);
            await desk.SaveAsync(cadence, default);
            db.AddRange(agencies.Append(agency).Distinct().Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id }));
            await db.SaveChangesAsync();
            return cadence;
        }
    }
}
