using Loa.Data;
using Loa.Documents.Vietnamese;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Search;

/// <summary>Full-text search in which diacritics never matter: FTS5 on SQLite, tsvector on PostgreSQL.</summary>
internal sealed class SearchIndex(LoaDbContext db, LoaSettings settings)
{
    private const int MaxWords = 12;

    /// <summary>Remembers what a thing can be found by; the caller saves.</summary>
    public async Task SetAsync(string kind, Guid entityId, IEnumerable<string?> texts, CancellationToken cancellationToken = default)
    {
        // Words only: PostgreSQL's parser would read "122/kh-ubnd" as one path.
        var text = Plain(string.Join(' ', texts.Where(t => !string.IsNullOrWhiteSpace(t))));
        var entry = db.Set<SearchEntry>().Local.FirstOrDefault(e => e.Kind == kind && e.EntityId == entityId)
            ?? await db.Set<SearchEntry>().FirstOrDefaultAsync(e => e.Kind == kind && e.EntityId == entityId, cancellationToken);
        if (entry is null)
        {
            db.Add(new SearchEntry { Kind = kind, EntityId = entityId, Text = text });
        }
        else
        {
            entry.Text = text;
        }
    }

    /// <summary>
    /// Ids of the things that hold every word of the query, each word as a prefix; to be composed:
    /// <c>plans.Where(p =&gt; found.Contains(p.PlanId))</c>. Null when the query holds no word: then nothing is filtered.
    /// </summary>
    public IQueryable<Guid>? Find(string kind, string? query)
    {
        var words = Words(query);
        if (words.Count == 0)
        {
            return null;
        }

        IQueryable<SearchEntry> found;
        if (settings.UsesPostgres)
        {
            var expression = string.Join(" & ", words.Select(word => $"'{word}':*"));
            found = db.Set<SearchEntry>().FromSql($"""SELECT * FROM "SearchEntries" WHERE to_tsvector('simple', "Text") @@ to_tsquery('simple', {expression})""");
        }
        else
        {
            var expression = string.Join(' ', words.Select(word => $"\"{word}\"*"));
            found = db.Set<SearchEntry>().FromSql($"""SELECT * FROM "SearchEntries" WHERE "SearchEntryId" IN (SELECT rowid FROM "SearchFullText" WHERE "SearchFullText" MATCH {expression})""");
        }

        return found.Where(entry => entry.Kind == kind).Select(entry => entry.EntityId);
    }

    /// <summary>Letters and digits only, so that no sign of the query language is left in them.</summary>
    internal static List<string> Words(string? query) => [.. Plain(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];

    private static string Plain(string text) => string.Concat(Folding.Fold(text).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
}
