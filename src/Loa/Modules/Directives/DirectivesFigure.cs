using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Directives;

/// <summary>How many steering documents an agency issued.</summary>
internal sealed class DirectivesFigure(LoaDbContext db) : IFigure
{
    public string Key => "directives.issued";

    public string Title => "Số văn bản chỉ đạo đã ban hành";

    public string Explanation => "Số văn bản chỉ đạo của chính cơ quan có ngày ban hành trong kỳ, không tính văn bản đã rút hoặc chờ xác nhận.";

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var rows = await Issued(db, ask).GroupBy(directive => directive.AgencyId).Select(group => new { group.Key, All = group.Count() }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => new FigureValue(row.All));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var directive in Issued(db, ask).OrderBy(directive => directive.IssuedOn).ThenBy(directive => directive.DirectiveId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new FigureRow(directive.AgencyId, directive.IssuedOn, directive.Title, 1, DirectiveLinks.Directive(directive.DirectiveId));
        }
    }

    /// <summary>Those that count.</summary>
    internal static IQueryable<Directive> Issued(LoaDbContext db, FigureAsk ask)
    {
        var (from, to, agencies) = (ask.From, ask.To, ask.Agencies.ToArray());
        var issued = db.Set<Directive>().AsNoTracking().Where(directive => EF.Parameter(agencies).Contains(directive.AgencyId) && directive.IssuedOn >= from && directive.IssuedOn <= to
            && db.Set<Activity>().Any(activity => activity.ActivityId == directive.ActivityId && activity.State == ActivityState.Counted));
        return ask.PlanId is { } plan ? issued.Where(directive => directive.PlanId == null || directive.PlanId == plan) : issued;
    }
}
