using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Loa.Platform.Audit;

namespace Loa.Modules.Notifications;

/// <summary>A person's secret calendar address. Only a hash of the secret is kept, so the address can be shown once and not again.</summary>
internal sealed class CalendarFeed
{
    public const int SecretBytes = 32;
    public const int HashLength = 64;

    public Guid UserId { get; set; }

    [NotAudited]
    public required string SecretHash { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>256 random bits, as they stand in the address.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>A plain hash is enough: a random secret of this length cannot be guessed from it. Looking it up by the hash tells nothing by its time.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>A day, or several, that a person wants in their own calendar.</summary>
/// <param name="Uid">Stays the same for the life of the thing, so that a change moves the entry and does not double it.</param>
/// <param name="To">The last day, inclusive; the same day when missing.</param>
/// <param name="Link">An address of ours, beginning with a slash.</param>
/// <param name="ChangedAt">When the thing last changed, UTC.</param>
internal sealed record CalendarItem(string Uid, string Title, DateOnly From, DateOnly? To, string? Text, string? Link, DateTime ChangedAt);

/// <summary>A module that has days to show registers one; each is asked for the person's own.</summary>
internal interface ICalendarSource
{
    /// <summary>In plural and sentence case, what the person will find: a key of the localizer.</summary>
    string Title { get; }

    IAsyncEnumerable<CalendarItem> ItemsAsync(Guid userId, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
