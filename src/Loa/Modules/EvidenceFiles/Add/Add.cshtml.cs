using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Directives;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.EvidenceFiles.Add;

/// <summary>Files an activity or a steering document, from its own page, under criteria.</summary>
internal sealed class AddModel(LoaDbContext db, EvidenceFileDesk desk, ActivityDesk activities, DirectiveDesk directives, AuditScope audit, IStringLocalizer words) : PageModel
{
    private const int FilesMost = 300;

    [BindProperty(Name = "hoat-dong", SupportsGet = true)]
    public Guid? ActivityId { get; set; }

    [BindProperty(Name = "van-ban", SupportsGet = true)]
    public Guid? DirectiveId { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>What is to be filed, and where it came from.</summary>
    public string Title { get; private set; } = "";

    public string Back { get; private set; } = "";

    public IReadOnlyList<EvidenceFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var files = await desk.Visible(Permissions.ActivitiesLog).Include(file => file.Items).Where(file => Chosen.Contains(file.EvidenceFileId)).ToListAsync(HttpContext.RequestAborted);
        if (files.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), words["Hãy chọn ít nhất một hồ sơ."]);
            return await this.AgainAsync(db, LoadAsync);
        }

        audit.Describe("Thêm vào hồ sơ kiểm chứng");
        db.AddRange(files.Select(file => file.Add(ActivityId, DirectiveId, null, null)).OfType<EvidenceFileItem>());
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return this.Done(words["Đã đưa vào {0} hồ sơ.", files.Count], Back);
    }

    private async Task<bool> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (ActivityId is { } activityId && DirectiveId is null && await activities.FindAsync(activityId, Permissions.ActivitiesRead, cancellation) is { } activity)
        {
            (Title, Back) = (activity.Title, ActivityLinks.Activity(activityId));
            return true;
        }

        if (DirectiveId is { } directiveId && ActivityId is null && await directives.FindAsync(directiveId, Permissions.ActivitiesRead, cancellation) is { } directive)
        {
            (Title, Back) = (directive.Title, DirectiveLinks.Directive(directiveId));
            return true;
        }

        return false;
    }

    private async Task LoadAsync()
    {
        Files = await desk.Visible(Permissions.ActivitiesLog).AsNoTracking().OrderByDescending(file => file.Year).ThenBy(file => file.IndexFolded).ThenBy(file => file.Code).ThenBy(file => file.EvidenceFileId).Take(FilesMost).ToListAsync(HttpContext.RequestAborted);
        var held = await db.Set<EvidenceFileItem>().Where(item => item.ActivityId == ActivityId && item.DirectiveId == DirectiveId && item.FileId == null).Select(item => item.EvidenceFileId).ToListAsync(HttpContext.RequestAborted);
        Chosen = [.. Chosen.Union(held)];
    }
}
