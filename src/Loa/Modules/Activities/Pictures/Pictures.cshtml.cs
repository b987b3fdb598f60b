using Loa.Data;
using Loa.Modules.Activities.Views;
using Loa.Modules.Agencies;
using Loa.Platform.Files;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.Pictures;

internal sealed record Picture(Guid EvidenceId, Guid ActivityId, string Title, string? Caption, DateOnly StartsOn, string Agency, bool HasSmall);

/// <summary>The pictures that prove what was done, those of the latest activities first; only what may be handed out.</summary>
internal sealed class PicturesModel(LoaDbContext db, ActivityRows rows, ActivityViewBar bar, EvidenceDesk evidence) : PageModel
{
    private const int Size = 48;

    private static readonly List<ContentKind> Kinds = [.. Enum.GetValues<ContentKind>().Where(kind => kind.Facts().Family == ContentFamily.Image)];

    [BindProperty(SupportsGet = true)]
    public ActivityFilter Filter { get; set; } = new();

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public ViewBar Bar { get; private set; } = null!;

    public Paging Paging { get; private set; }

    public IReadOnlyList<Picture> Shown { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var unscanned = (await evidence.RulesAsync(cancellation)).ServesUnscanned;
        var pictures =
            from activity in rows.Of(Filter, await rows.AgenciesAsync(Filter, cancellation))
            join picture in db.Set<Evidence>() on activity.ActivityId equals picture.ActivityId
            where picture.RemovedAt == null && picture.Kind != null && Kinds.Contains(picture.Kind.Value) && (picture.Scan == ScanState.Clean || (unscanned && picture.Scan == ScanState.Unscanned))
            join agency in db.Set<Agency>() on activity.AgencyId equals agency.AgencyId
            orderby activity.StartsOn descending, activity.ActivityId descending, picture.Ordinal, picture.EvidenceId
            select new Picture(picture.EvidenceId, activity.ActivityId, activity.Title, picture.Caption, activity.StartsOn, agency.ShortName, picture.SmallFileId != null);
        Paging = Paging.Of(PageNumber, await pictures.Take(ActivityRows.TurnedMost).LongCountAsync(cancellation), Size);
        Shown = await pictures.Skip(Paging.Skip).Take(Size).ToListAsync(cancellation);
        Bar = await bar.LoadAsync(Filter, ActivityTab.Pictures, cancellation);
    }
}
