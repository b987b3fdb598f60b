using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Files;

internal enum FileFaultKind
{
    /// <summary>A row says it was received, the content is gone.</summary>
    Missing = 1,

    /// <summary>The content is not as long as what was received.</summary>
    Length = 2,

    /// <summary>The content is not what was received.</summary>
    Hash = 3,

    /// <summary>A content that no row knows.</summary>
    Orphan = 4,
}

internal sealed record FileFault(FileFaultKind Kind, string Name);

/// <summary>Holds the rows of received files and the kept contents against each other, both ways, one two-hundred-and-fifty-sixth at a time.</summary>
internal sealed class FileReconciliation(LoaDbContext db, IFileContents contents, Calendar calendar)
{
    private const int Prefixes = 256;

    /// <summary>How many contents were looked at.</summary>
    public long Seen { get; private set; }

    /// <param name="deep">Also reads every content and counts its hash anew.</param>
    public async IAsyncEnumerable<FileFault> CheckAsync(bool deep, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < Prefixes; i++)
        {
            var prefix = i.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
            var kept = new Dictionary<string, KeptContent>(StringComparer.Ordinal);
            await foreach (var content in contents.ListAsync(prefix, cancellationToken))
                kept[content.Name] = content;
            // Asked after the contents were listed: what arrived meanwhile is in neither, or only here.
            var rows = await db.Set<StoredFile>().Where(file => file.Sha256.StartsWith(prefix)).Select(file => new { file.Sha256, file.Length }).Distinct().ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                if (!kept.Remove(row.Sha256, out var content) && await contents.FindAsync(row.Sha256, cancellationToken) is not { } late)
                    yield return new FileFault(FileFaultKind.Missing, row.Sha256);
                else if (content is not null && content.Length != row.Length)
                    yield return new FileFault(FileFaultKind.Length, row.Sha256);
                else if (deep && !await IsWholeAsync(row.Sha256, row.Length, cancellationToken))
                    yield return new FileFault(FileFaultKind.Hash, row.Sha256);
                Seen++;
            }

            foreach (var orphan in kept.Values.Where(orphan => orphan.KeptAt < calendar.UtcNow - FileStore.Arriving).OrderBy(orphan => orphan.Name, StringComparer.Ordinal))
                yield return new FileFault(FileFaultKind.Orphan, orphan.Name);
        }
    }

    private async Task<bool> IsWholeAsync(string sha256, long length, CancellationToken cancellationToken)
    {
        await using var content = contents.OpenRead(sha256, length);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) == sha256;
    }
}
