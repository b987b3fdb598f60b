using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.UnitPlans;
using Loa.Modules.Plans.UnitPlans.Composing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>A department that is writing its plan, one that issued it, and one that may start.</summary>
internal static class SampleUnitPlans
{
    public static async Task<(Guid DraftId, Guid PlanId, Guid FreeAgencyId)> CreateAsync(IServiceProvider services, Guid parentId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var agencies = await db.Set<Agency>().AsNoTracking().Where(agency => agency.Kind == AgencyKind.Department && db.Set<Assignment>().Any(a => a.PlanId == parentId && a.HolderAgencyId == agency.AgencyId))
            .OrderByDescending(agency => agency.Code).Take(3).ToListAsync();
        var draftId = await WriteAsync(services, parentId, agencies[0]);
        var issuedId = await WriteAsync(services, parentId, agencies[1]);
        var import = await db.Set<PlanImport>().SingleAsync(i => i.PlanImportId == issuedId);
        var draft = DraftJson.Read(import.Draft!);
        (draft.Heading.Reference, draft.Heading.Date, draft.Heading.SignerName) = ("15/KH-SNV", new DateOnly(2024, 3, 1), "Lê Văn Ký");
        var plan = await services.GetRequiredService<UnitIssue>().IssueAsync(import, draft, null, default);
        return (draftId, plan!.PlanId, agencies[2].AgencyId);
    }

    private static async Task<Guid> WriteAsync(IServiceProvider services, Guid parentId, Agency agency)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var parent = await db.Set<Plan>().AsNoTracking().Include(p => p.Texts).Include(p => p.Bases).SingleAsync(p => p.PlanId == parentId);
        var above = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.AgencyId == agency.ParentId);
        var given = await services.GetRequiredService<UnitViews>().GivenAsync(parentId, agency.AgencyId, default);
        var taken = new TakeOver { Tasks = [.. given.Take(1).Select(clause => clause.PlanTaskId)], Texts = [.. parent.Texts.Select(text => text.PlanTextId)], Bases = [.. parent.Bases.Select(basis => basis.PlanBasisId)] };
        var draft = UnitDraft.Of(parent, UnitHeading.Of(AgencyRef.Of(agency), [AgencyRef.Of(above)], parent), given, taken);
        (draft.Tasks[0].InCharge, draft.Tasks[0].Estimate, draft.Tasks[0].To) = (["Nguyễn Văn An"], 2_500_000, new DateOnly(2024, 12, 31));
        draft.Tasks.Add(new DraftTask { Id = draft.NextId('t'), Content = "Treo băng rôn tại trụ sở", When = "Quý III/2024", Coordinating = ["Văn phòng Sở"] });
        return await services.GetRequiredService<UnitDrafts>().StartAsync(parentId, agency, draft, null, default);
    }
}
