using Loa.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Audit;

/// <summary>The history of one thing, newest first: <c>&lt;vc:history subject="Plan" id="Model.PlanId" /&gt;</c>. Public because the framework finds only public ones.</summary>
public sealed class HistoryViewComponent : ViewComponent
{
    private const int Shown = 50;
    private readonly LoaDbContext db;
    private readonly IActorNames names;
    private readonly HistoryTeller teller;
    private readonly IStringLocalizer words;

    public HistoryViewComponent(IServiceProvider services)
    {
        db = services.GetRequiredService<LoaDbContext>();
        names = services.GetRequiredService<IActorNames>();
        teller = services.GetRequiredService<HistoryTeller>();
        words = services.GetRequiredService<IStringLocalizer>();
    }

    public async Task<IViewComponentResult> InvokeAsync(string subject, Guid id)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var rows = await (
            from change in db.Set<AuditChange>().AsNoTracking()
            join process in db.Set<AuditProcess>().AsNoTracking() on change.AuditProcessId equals process.AuditProcessId
            where change.SubjectType == subject && change.SubjectId == id
            orderby change.AuditChangeId descending
            select new { change, process }).Take(Shown * 4).ToListAsync(cancellationToken);
        var people = await names.FindAsync([.. rows.SelectMany(row => new[] { row.process.ActorId, row.process.OnBehalfOfId }).OfType<Guid>().Distinct()], cancellationToken);
        var told = await teller.TellAsync([.. rows.Select(row => row.change)], id, cancellationToken);
        var acts = rows.Zip(told, (row, change) => (row.process, change, IsItself: row.change.EntityType == subject)).GroupBy(row => row.process.AuditProcessId).Take(Shown).Select(group => new HistoryAct(
            Title(group.First().process.Name, group.OrderByDescending(row => row.IsItself).First().change),
            group.First().process.At,
            NameOf(group.First().process.ActorId, people),
            NameOf(group.First().process.OnBehalfOfId, people),
            group.First().process.Reason,
            [.. group.Select(row => row.change)]));
        return View("/Platform/Audit/History.cshtml", acts.ToList());
    }

    /// <summary>An act that nobody named was recorded under its address, or as the program's own: what it did is its title.</summary>
    private string Title(string name, HistoryChange main) =>
        name.StartsWith('/') || name == AuditScope.Program ? $"{main.Action.In(words)} {main.Row.ToLower(Formats.Vietnamese)}" : words[name];

    /// <summary>A reference that leads nowhere is a person who was erased; no reference is the program itself.</summary>
    private string? NameOf(Guid? actor, IReadOnlyDictionary<Guid, string> people) =>
        actor is { } reference ? people.GetValueOrDefault(reference) ?? words["người dùng đã xóa"] : null;
}

internal static class AuditActionWords
{
    public static string In(this AuditAction action, IStringLocalizer words) => action switch
    {
        AuditAction.Added => words["Thêm"],
        AuditAction.Deleted => words["Xóa"],
        _ => words["Sửa"],
    };
}
