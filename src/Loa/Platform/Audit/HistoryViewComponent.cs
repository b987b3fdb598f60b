using System.Text.Json;
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
    private readonly IStringLocalizer words;

    public HistoryViewComponent(IServiceProvider services)
    {
        db = services.GetRequiredService<LoaDbContext>();
        names = services.GetRequiredService<IActorNames>();
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
        var acts = rows.GroupBy(row => row.process.AuditProcessId).Take(Shown).Select(group => new HistoryAct(
            group.First().process.Name,
            group.First().process.At,
            NameOf(group.First().process.ActorId, people),
            NameOf(group.First().process.OnBehalfOfId, people),
            group.First().process.Reason,
            [.. group.Select(row => new HistoryChange(row.change.EntityType, row.change.Action, Values(row.change)))]));
        return View("/Platform/Audit/History.cshtml", acts.ToList());
    }

    /// <summary>A reference that leads nowhere is a person who was erased; no reference is the program itself.</summary>
    private string? NameOf(Guid? actor, IReadOnlyDictionary<Guid, string> people) =>
        actor is { } reference ? people.GetValueOrDefault(reference) ?? words["người dùng đã xóa"] : null;

    private static List<HistoryValue> Values(AuditChange change)
    {
        var before = Read(change.Before);
        var after = Read(change.After);
        return [.. before.Keys.Union(after.Keys).Select(name => new HistoryValue(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string?> Read(string? json) => json is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(pair => pair.Key, pair => pair.Value.ValueKind == JsonValueKind.Null ? null : pair.Value.ToString());
}

internal sealed record HistoryAct(string Name, DateTime At, string? Actor, string? OnBehalfOf, string? Reason, IReadOnlyList<HistoryChange> Changes);

internal sealed record HistoryChange(string EntityType, AuditAction Action, IReadOnlyList<HistoryValue> Values);

internal sealed record HistoryValue(string Name, string? Before, string? After);
