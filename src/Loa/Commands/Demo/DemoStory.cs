using Loa.Data;
using Loa.Documents.Blocks;
using Loa.Documents.Plans;
using Loa.Documents.Writing;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.Issue;
using Loa.Modules.Reports;
using Loa.Platform;
using Loa.Platform.Files;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

/// <summary>A year in the fictional province, done by its own people through the same services as the pages use.</summary>
internal sealed class DemoStory(IServiceProvider services)
{
    public const string Province = "vanphong@thanhgiang.example";

    /// <summary>The reorganisation, the plan of this year, and what some agencies have done since.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await AsAsync("quantri@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoReform>(scope).RunAsync(cancellationToken), cancellationToken);
        var planId = Guid.Empty;
        await AsAsync(Province, async scope => planId = await IssueAsync(scope, cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoWork>(scope).SpreadAsync(planId, cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoCadences>(scope).WriteAsync(planId, cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoActivities>(scope).WriteAsync(planId, cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoProofs>(scope).WriteAsync(planId, cancellationToken), cancellationToken);
        await AsAsync("xa@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoProofs>(scope).NominateAsync(cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoProofs>(scope).JudgeAsync(cancellationToken), cancellationToken);
        await AsAsync("soyte@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoProofs>(scope).ApplyAsync(cancellationToken), cancellationToken);
        var year = services.GetRequiredService<Calendar>().VietnamToday.Year;
        await AsAsync("xa@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoUnitPlan>(scope).WriteAsync(planId, 8, new DateOnly(year, 2, 10), cancellationToken), cancellationToken);
        await AsAsync("soyte@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoUnitPlan>(scope).WriteAsync(planId, 23, new DateOnly(year, 3, 5), cancellationToken), cancellationToken);
        await AsAsync("sotuphap@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoWork>(scope).AskAsync(planId, cancellationToken), cancellationToken);
        await AsAsync("xa@thanhgiang.example", scope => ActivatorUtilities.CreateInstance<DemoWork>(scope).RaiseAsync(planId, cancellationToken), cancellationToken);
        await AsAsync(Province, scope => ActivatorUtilities.CreateInstance<DemoReports>(scope).WriteAsync(planId, ReportReach.OfPlan, cancellationToken), cancellationToken);
    }

    /// <summary>Word in: the plan is written as DOCX, read again and issued from its draft.</summary>
    private static async Task<Guid> IssueAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var (db, calendar) = (scope.GetRequiredService<LoaDbContext>(), scope.GetRequiredService<Calendar>());
        using var content = new MemoryStream();
        DocumentWriter.Write(DemoPlanText.Of(calendar.VietnamToday.Year), content);
        content.Position = 0;
        var file = await scope.GetRequiredService<FileStore>().SaveAsync(content, "ke-hoach-truyen-thong-cchc.docx", cancellationToken: cancellationToken);
        content.Position = 0;
        var reading = StoredReading.Of(PlanReader.Read(SourceReader.Read(content, cancellationToken: cancellationToken)));
        var import = new PlanImport
        {
            PlanImportId = Guid.CreateVersion7(),
            OwnerAgencyId = await db.Set<Agency>().Where(agency => agency.Code == DemoReform.Root).Select(agency => agency.AgencyId).SingleAsync(cancellationToken),
            CreatedAt = calendar.UtcNow,
            EditedAt = calendar.UtcNow,
            FileId = file.StoredFileId,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            Status = ImportStatus.Draft,
        };
        import.SetDraft(DraftBuilder.Build(reading.Content));
        db.Add(import);
        db.Add(new ImportReading { PlanImportId = import.PlanImportId, Json = reading.ToJson() });
        await db.SaveChangesAsync(cancellationToken);
        return (await scope.GetRequiredService<PlanIssuer>().IssueAsync(import, DraftJson.Read(import.Draft!), cancellationToken))!.PlanId;
    }

    private async Task AsAsync(string email, Func<IServiceProvider, Task> act, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<User>().SingleAsync(user => user.Email == email, cancellationToken);
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(person);
        await scope.ServiceProvider.GetRequiredService<Seats>().CarryOverAsync(null, principal.Identities.First());
        accessor.HttpContext = new DefaultHttpContext { User = principal };
        try
        {
            await act(scope.ServiceProvider);
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }
}
