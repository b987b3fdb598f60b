using Loa.Data;
using Loa.Platform.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Changes;

/// <summary>The reorganisations recorded, the latest day first.</summary>
internal sealed class ChangesModel(LoaDbContext db) : PageModel
{
    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<AgencyChange> Changes { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync()
    {
        Changes = await db.Set<AgencyChange>().AsNoTracking().Include(change => change.Parts)
            .OrderByDescending(change => change.EffectiveOn).ThenByDescending(change => change.AgencyChangeId).ToPageAsync(PageNumber, HttpContext.RequestAborted);
        var ids = Changes.Rows.SelectMany(change => change.Parts).Select(part => part.AgencyId).Distinct().Take(1000).ToList();
        Names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.ShortName, HttpContext.RequestAborted);
    }

    public string Short(AgencyChange change, AgencyPartRole role)
    {
        var names = change.Of(role).Select(id => Names.GetValueOrDefault(id)).Where(name => name is not null).ToList();
        return string.Join(", ", names.Take(3)) + (names.Count > 3 ? " …" : "");
    }
}
