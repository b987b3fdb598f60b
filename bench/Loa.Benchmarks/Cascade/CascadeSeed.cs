using System.Text;
using Loa.Data;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Cascade;

/// <summary>Agencies and plans as the product itself makes them: agencies with their states, plans from drafts through <see cref="PlanIssuer"/>.</summary>
internal sealed class CascadeSeed(IServiceProvider services)
{
    private const string Below = "Các cơ quan, đơn vị, địa phương trực thuộc";
    private const string Everyone = "Các cơ quan, đơn vị, địa phương trong cả nước";
    private static readonly DateOnly Founded = new(2025, 7, 1);
    private static readonly DateOnly Dated = new(2026, 1, 15);

    private static readonly string Reading = StoredReading.Of(PlanReader.Read(SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        "ỦY BAN NHÂN DÂN TỈNH BẾN THỬ\nKẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2026\n\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức về cải cách hành chính.\n"))))).ToJson();

    /// <returns>The body above the provinces, and the provinces.</returns>
    public Task<(Guid Top, IReadOnlyList<Guid> Provinces)> AgenciesAsync(CascadeSize size) => InScopeAsync<(Guid Top, IReadOnlyList<Guid> Provinces)>(async scope =>
    {
        var db = scope.GetRequiredService<LoaDbContext>();
        var top = Agency.Create("bn", "Bộ Thử nghiệm", "Bộ Thử nghiệm", AgencyKind.Department, AgencyLevel.Province, null, Founded);
        db.Add(top);
        var provinces = new List<Guid>();
        for (var p = 1; p <= size.Provinces; p++)
        {
            var province = Agency.Create($"t{p}", $"Ủy ban nhân dân tỉnh Bến Thử {p}", $"UBND tỉnh Bến Thử {p}", AgencyKind.PeoplesCommittee, AgencyLevel.Province, null, Founded);
            db.Add(province);
            provinces.Add(province.AgencyId);
            for (var a = 1; a <= size.Agencies; a++)
            {
                db.Add(a <= 20
                    ? Agency.Create($"t{p}-s{a}", $"Sở Thử nghiệm {a} tỉnh Bến Thử {p}", $"Sở Thử nghiệm {a}", AgencyKind.Department, AgencyLevel.Province, province, Founded)
                    : Agency.Create($"t{p}-x{a}", $"Ủy ban nhân dân xã Thử {a} tỉnh Bến Thử {p}", $"UBND xã Thử {a}", AgencyKind.PeoplesCommittee, AgencyLevel.Commune, province, Founded));
            }
        }

        db.AddRange(Group("duoi", Below, AgencyGroupReach.BelowIssuer), Group("tat-ca", Everyone, AgencyGroupReach.Everywhere));
        await db.SaveChangesAsync();
        return (top.AgencyId, provinces);
    });

    /// <summary>A draft that waits for its issue, with one task a day spread over the year.</summary>
    public Task<Guid> DraftAsync(Guid ownerId, string reference, int tasks, bool everyone) => InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<LoaDbContext>();
        var file = await scope.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(reference)), "ke-hoach.txt");
        var import = new PlanImport
        {
            PlanImportId = Guid.CreateVersion7(),
            OwnerAgencyId = ownerId,
            FileId = file.StoredFileId,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            Status = ImportStatus.Draft,
        };
        import.SetDraft(Draft(reference, tasks, everyone ? Everyone : Below));
        db.Add(import);
        db.Add(new ImportReading { PlanImportId = import.PlanImportId, Json = Reading });
        await db.SaveChangesAsync();
        return import.PlanImportId;
    });

    public Task<Plan> IssueAsync(Guid importId) => InScopeAsync(async scope =>
    {
        var import = await scope.GetRequiredService<LoaDbContext>().Set<PlanImport>().SingleAsync(candidate => candidate.PlanImportId == importId);
        return await scope.GetRequiredService<PlanIssuer>().IssueAsync(import, DraftJson.Read(import.Draft!), default) ?? throw new InvalidOperationException("Not issued.");
    });

    private static AgencyGroup Group(string code, string name, AgencyGroupReach reach) => new()
    {
        AgencyGroupId = Guid.CreateVersion7(),
        Code = code,
        Name = name,
        Kinds = [AgencyKind.Department, AgencyKind.PeoplesCommittee],
        Levels = [AgencyLevel.Province, AgencyLevel.Commune],
        Reach = reach,
    };

    private static PlanDraft Draft(string reference, int tasks, string lead) => new()
    {
        Heading = new DraftHeading
        {
            Id = "h1",
            Kind = "Kế hoạch",
            Reference = reference,
            Date = Dated,
            Subject = $"Tuyên truyền cải cách hành chính năm 2026, phần {reference}",
            Issuer = "Ủy ban nhân dân tỉnh Bến Thử",
            Year = 2026,
            YearTo = 2026,
        },
        Tasks = [.. Enumerable.Range(1, tasks).Select(number => new DraftTask
        {
            Id = $"t{number}",
            Origin = TaskOrigin.Annex,
            Annex = 1,
            Number = $"{number}",
            Content = $"Tổ chức tuyên truyền nội dung thứ {number} của chương trình cải cách hành chính trên các phương tiện thông tin đại chúng và hệ thống truyền thanh cơ sở",
            Product = "Tin, bài, chuyên mục",
            Lead = [lead],
            When = number % 5 == 0 ? "Thường xuyên" : "Năm 2026",
            Kind = number % 5 == 0 ? TimeframeKind.Continuous : TimeframeKind.Deadline,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 1, 1).AddDays(number * 360 / tasks),
        })],
    };

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
