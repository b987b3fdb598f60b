using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.EvidenceFiles;

/// <summary>An item as the page and the list of the exported folder show it.</summary>
/// <param name="Files">Its document, or what proves the activity and may be handed out.</param>
/// <param name="Links">Addresses that prove the activity.</param>
/// <param name="IsWithdrawn">What it points at no longer counts.</param>
internal sealed record EvidenceLine(Guid EvidenceFileItemId, int Number, string Title, DateOnly? On, string? Agency, string? Href, IReadOnlyList<StoredFile> Files, IReadOnlyList<string> Links, bool IsWithdrawn);

/// <summary>Evidence files in one's part of the tree, and what they hold in words.</summary>
internal sealed class EvidenceFileDesk(LoaDbContext db, EvidenceDesk evidence, CurrentUser user)
{
    public IQueryable<EvidenceFile> Visible(string permission)
    {
        var agencies = db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);
        return db.Set<EvidenceFile>().Where(file => agencies.Any(agency => agency.AgencyId == file.AgencyId));
    }

    /// <summary>Null for a stranger as for what does not exist.</summary>
    public Task<EvidenceFile?> FindAsync(Guid evidenceFileId, string permission, CancellationToken cancellationToken) =>
        Visible(permission).Include(file => file.Items).FirstOrDefaultAsync(file => file.EvidenceFileId == evidenceFileId, cancellationToken);

    /// <summary>The items in their order. Whoever may see the file sees what it names, as whoever receives the folder does.</summary>
    public async Task<IReadOnlyList<EvidenceLine>> LinesAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var items = file.Items.OrderBy(item => item.Ordinal).ToList();
        var activityIds = items.Select(item => item.ActivityId).OfType<Guid>().ToList();
        var directiveIds = items.Select(item => item.DirectiveId).OfType<Guid>().ToList();
        var activities = await db.Set<Activity>().AsNoTracking().Where(activity => activityIds.Contains(activity.ActivityId)).ToDictionaryAsync(activity => activity.ActivityId, cancellationToken);
        var directives = await (
            from directive in db.Set<Directive>().AsNoTracking()
            join activity in db.Set<Activity>() on directive.ActivityId equals activity.ActivityId
            where directiveIds.Contains(directive.DirectiveId)
            select new { Directive = directive, activity.State }).ToDictionaryAsync(row => row.Directive.DirectiveId, cancellationToken);
        var rules = await evidence.RulesAsync(cancellationToken);
        var proofs = (await db.Set<Evidence>().AsNoTracking().Where(proof => activityIds.Contains(proof.ActivityId) && proof.RemovedAt == null).OrderBy(proof => proof.Ordinal).ThenBy(proof => proof.EvidenceId).ToListAsync(cancellationToken))
            .Where(proof => proof.IsServed(rules)).ToLookup(proof => proof.ActivityId);
        var fileIds = items.Select(item => item.FileId).Concat(directives.Values.Select(row => row.Directive.FileId)).Concat(proofs.SelectMany(group => group).Select(proof => proof.FileId)).OfType<Guid>().ToList();
        var files = await db.Set<StoredFile>().AsNoTracking().Where(stored => fileIds.Contains(stored.StoredFileId)).ToDictionaryAsync(stored => stored.StoredFileId, cancellationToken);
        var agencyIds = activities.Values.Select(activity => activity.AgencyId).Concat(directives.Values.Select(row => row.Directive.AgencyId)).Distinct().ToList();
        var agencies = await db.Set<Agency>().Where(agency => agencyIds.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        return [.. items.Select((item, index) => Line(item, index + 1))];

        EvidenceLine Line(EvidenceFileItem item, int number)
        {
            if (item.ActivityId is { } activityId)
            {
                var activity = activities[activityId];
                return new EvidenceLine(item.EvidenceFileItemId, number, item.Caption ?? activity.Title, activity.StartsOn, agencies[activity.AgencyId], ActivityLinks.Activity(activityId),
                    [.. proofs[activityId].Where(proof => proof.FileId is not null).Select(proof => files[proof.FileId!.Value])], [.. proofs[activityId].Select(proof => proof.Url).OfType<string>()], activity.State == ActivityState.Withdrawn);
            }

            if (item.DirectiveId is { } directiveId)
            {
                var (directive, state) = (directives[directiveId].Directive, directives[directiveId].State);
                return new EvidenceLine(item.EvidenceFileItemId, number, item.Caption ?? directive.Title, directive.IssuedOn, agencies[directive.AgencyId], DirectiveLinks.Directive(directiveId),
                    directive.FileId is { } own ? [files[own]] : [], [], state == ActivityState.Withdrawn);
            }

            var stored = files[item.FileId!.Value];
            return new EvidenceLine(item.EvidenceFileItemId, number, item.Caption ?? Path.GetFileNameWithoutExtension(stored.FileName), null, null, null, [stored], [], false);
        }
    }
}
