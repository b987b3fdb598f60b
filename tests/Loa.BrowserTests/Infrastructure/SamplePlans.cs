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
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Imports in every state and an issued plan, for pages that show one.</summary>
internal sealed record SamplePlans(Guid DraftId, Guid FailedId, Guid ScanId, Guid PlanId, Guid TaskId, string OpenGroupItem, Guid AmendedId, Guid UnitDraftId)
{
    public static async Task<SamplePlans> CreateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var owner = await db.Set<Agency>().Where(agency => agency.Code == "tg").Select(agency => agency.AgencyId).SingleAsync();
        var content = new PlanDocx
        {
            Tasks =
            [
                ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh", "Quý II/2024"),
                ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Văn phòng UBND tỉnh", "Các sở, ban, ngành có liên quan", "Thường xuyên"),
            ],
        }.Write();
        var file = await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream(content), "ke-hoach-mau.docx");
        var draft = Import(owner, file, ImportStatus.Draft);
        var failed = Import(owner, file, ImportStatus.Failed);
        failed.Fail("Tệp bị hỏng hoặc tải về chưa đủ; hãy mở bằng Word, lưu lại rồi thử lại.", "The file is damaged or incomplete.", file.ReceivedAt);
        var scan = Import(owner, file, ImportStatus.Reading);
        (scan.ReadDone, scan.ReadTotal) = (2, 9);
        var issued = Import(owner, file, ImportStatus.Draft);
        var (before, amended) = (Import(owner, file, ImportStatus.Draft), Import(owner, file, ImportStatus.Draft));
        db.AddRange(draft, failed, scan, issued, before, amended);

        var reading = StoredReading.Of(PlanReader.Read(SourceReader.Read(new MemoryStream(content))));
        foreach (var import in new[] { draft, issued, before, amended })
        {
            import.SetDraft(DraftBuilder.Build(reading.Content));
            db.Add(new ImportReading { PlanImportId = import.PlanImportId, Json = reading.ToJson() });
        }

        await db.SaveChangesAsync();
        var plan = await services.GetRequiredService<PlanIssuer>().IssueAsync(issued, DraftJson.Read(issued.Draft!), default);
        var first = await services.GetRequiredService<PlanIssuer>().IssueAsync(before, DraftJson.Read(before.Draft!), default);
        (amended.ReplacesPlanId, amended.ReplacesReason) = (first!.PlanId, "Điều chỉnh theo tiến độ thực hiện");
        var changed = DraftJson.Read(amended.Draft!);
        (changed.Tasks[0].When, changed.Tasks[1].Removed) = ("Quý III/2024", true);
        changed.Tasks.Add(new DraftTask { Id = changed.NextId('t'), Content = "Phát tờ rơi tại bộ phận một cửa", Lead = ["Sở Y tế"] });
        var edition = await services.GetRequiredService<PlanIssuer>().IssueAsync(amended, changed, default);
        // The Department of Health's own plan on its way in, which carries out the province's.
        var unit = Import(await db.Set<Agency>().Where(agency => agency.Code == "tg-syt").Select(agency => agency.AgencyId).SingleAsync(), file, ImportStatus.Draft);
        unit.ParentPlanId = plan!.PlanId;
        unit.SetDraft(DraftBuilder.Build(reading.Content));
        db.AddRange(unit, new ImportReading { PlanImportId = unit.PlanImportId, Json = reading.ToJson() });
        await db.SaveChangesAsync();
        return new SamplePlans(draft.PlanImportId, failed.PlanImportId, scan.PlanImportId, plan.PlanId, plan.Tasks[0].PlanTaskId, DraftJson.Read(draft.Draft!).Tasks[1].Id, edition!.PlanId, unit.PlanImportId);
    }

    private static PlanImport Import(Guid owner, StoredFile file, ImportStatus status) => new()
    {
        PlanImportId = Guid.CreateVersion7(),
        OwnerAgencyId = owner,
        FileId = file.StoredFileId,
        FileName = file.FileName,
        Sha256 = file.Sha256,
        Status = status,
        CreatedAt = file.ReceivedAt,
        EditedAt = file.ReceivedAt,
        EditedBy = "Lê Thu Hiền",
    };
}
