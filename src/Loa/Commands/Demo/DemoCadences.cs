using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Cadences;
using Loa.Modules.Plans;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.Commands.Demo;

/// <summary>What the province's plan is to be done so often, asked of communes, departments and the station since the day it was issued; and its first target with figures.</summary>
internal sealed class DemoCadences(LoaDbContext db, CadenceDesk desk, TargetDesk targets, Calendar calendar)
{
    public async Task WriteAsync(Guid planId, CancellationToken cancellationToken)
    {
        var plan = await db.Set<Plan>().AsNoTracking().Include(p => p.Targets.OrderBy(target => target.Ordinal)).SingleAsync(p => p.PlanId == planId, cancellationToken);
        var agencies = await db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).OrderBy(agency => agency.Path).ToListAsync(cancellationToken);
        var communes = agencies.Where(agency => agency is { Level: AgencyLevel.Commune, Kind: AgencyKind.PeoplesCommittee }).Select(agency => agency.AgencyId).ToList();
        var departments = agencies.Where(agency => agency is { Level: AgencyLevel.Province, Kind: AgencyKind.Department }).Select(agency => agency.AgencyId).ToList();
        var station = agencies.Where(agency => agency.Code == "tg-ptth").Select(agency => agency.AgencyId).ToList();

        await DefineAsync(1, "UBND các xã, phường phát bản tin cải cách hành chính trên hệ thống truyền thanh cơ sở mỗi tuần ít nhất một lần, mỗi lần ít nhất 15 phút", "P1W", 1, communes, cadence => cadence.MinMinutes = 15, CommunicationForm.Loudspeaker);
        await DefineAsync(2, "UBND các xã, phường đối thoại hoặc tọa đàm với người dân, doanh nghiệp 6 tháng ít nhất một lần", "P6M", 1, communes, null, CommunicationForm.Dialogue, CommunicationForm.Seminar);
        await DefineAsync(3, "Các sở đăng ít nhất 02 tin, bài mỗi tháng trên cổng, trang thông tin điện tử", "P1M", 2, departments, null, CommunicationForm.Portal, CommunicationForm.News, CommunicationForm.Article);
        await DefineAsync(4, "Đài Phát thanh và Truyền hình tỉnh phát chuyên mục mỗi tháng ít nhất 02 kỳ, từ 15 phút, vào giờ nhiều người theo dõi", "P1M", 2, station, cadence => (cadence.MinMinutes, cadence.PrimeTimeOnly) = (15, true), CommunicationForm.Column);
        if (plan.Targets.FirstOrDefault() is { } target)
        {
            foreach (var (agencyId, index) in departments.Take(8).Select((id, index) => (id, index)))
            {
                await targets.EnterAsync(target.TargetId, agencyId, new DateOnly(calendar.VietnamToday.Year, 3, 31), 28 + (3 * index), 60 + (2 * index), "Danh sách ký nhận tại hội nghị quán triệt", cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        async Task DefineAsync(int ordinal, string text, string every, int count, List<Guid> holders, Action<Cadence>? change, params CommunicationForm[] forms)
        {
            var cadence = CadenceMaker.New(plan);
            (cadence.Ordinal, cadence.Text, cadence.Every, cadence.Count, cadence.DemandFrom) = (ordinal, text, every, count, plan.Date ?? cadence.From);
            cadence.Take(forms);
            change?.Invoke(cadence);
            // Asked of them since the beginning: given before there are periods of the past.
            db.Add(cadence);
            db.AddRange(holders.Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id }));
            await desk.SaveAsync(cadence, cancellationToken);
        }
    }
}
