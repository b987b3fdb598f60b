namespace Loa.Platform;

/// <summary>A way out of the house: mail, or a gateway that the configuration describes.</summary>
internal interface IChannel
{
    /// <summary>The name of the mail channel; gateways have names of their own.</summary>
    const string Mail = "mail";

    string Name { get; }

    /// <summary>For people: a key of the localizer, or the words of the configuration.</summary>
    string Title { get; }

    /// <summary>Hands one message over, once. It does not try again by itself, and tells what became of it.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <param name="Problem">A key of the localizer.</param>
/// <param name="Detail">The answer of the other side, without secrets.</param>
internal sealed record SendOutcome(SendResult Result, string? Problem = null, string? Detail = null)
{
    public static readonly SendOutcome Sent = new(SendResult.Sent);
}

internal enum SendResult
{
    Sent = 1,

    /// <summary>Surely not delivered; later it may be.</summary>
    NotNow = 2,

    /// <summary>Surely not delivered, and it never will be.</summary>
    Refused = 3,

    /// <summary>Perhaps delivered.</summary>
    Unknown = 4,
}
