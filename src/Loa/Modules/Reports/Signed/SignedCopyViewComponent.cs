using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Signed;

/// <summary>The signed copy on the page of a report: <c>&lt;vc:signed-copy report-id="…" /&gt;</c>. Public because the framework finds only public ones.</summary>
public sealed class SignedCopyViewComponent : ViewComponent
{
    private readonly LoaDbContext db;
    private readonly ReportScope scope;

    public SignedCopyViewComponent(IServiceProvider services)
    {
        db = services.GetRequiredService<LoaDbContext>();
        scope = services.GetRequiredService<ReportScope>();
    }

    public async Task<IViewComponentResult> InvokeAsync(Guid reportId)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(reportId, cancellation) is not { } report)
        {
            return Content("");
        }

        var mayRecord = await scope.FindWrittenAsync(reportId, cancellation) is not null;
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == report.SignedFileId, cancellation);
        if (file is null && !mayRecord)
        {
            return Content("");
        }

        var by = file?.ReceivedBy is { } person ? await db.Set<User>().Where(user => user.Id == person).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellation) : null;
        return View("/Modules/Reports/Signed/_SignedCopy.cshtml", new SignedCopy(report, file, by, mayRecord));
    }
}

/// <param name="File">Null: none was recorded.</param>
/// <param name="By">Who sent it up.</param>
internal sealed record SignedCopy(Report Report, StoredFile? File, string? By, bool MayRecord);
