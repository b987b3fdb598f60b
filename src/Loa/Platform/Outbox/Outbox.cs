using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform;

/// <summary>Where a page leaves a message. It is saved with the cause, so nobody hears of what did not happen.</summary>
internal sealed class Outbox(LoaDbContext db, Calendar calendar)
{
    /// <summary>Adds the message; the caller saves with <c>SaveChangesAsync</c>. A second one with the same key is left out.</summary>
    /// <exception cref="ArgumentException">A line break or another control character in address or subject, or one of them too long.</exception>
    public void Add(string channel, string address, string subject, string text, string? html, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var now = calendar.UtcNow;
        db.Add(new OutgoingMessage
        {
            OutgoingMessageId = Guid.CreateVersion7(),
            Channel = channel,
            Address = OneLine(address, OutgoingMessage.AddressMaxLength, nameof(address)),
            Subject = OneLine(subject, OutgoingMessage.SubjectMaxLength, nameof(subject)),
            Text = text,
            Html = html,
            Key = OneLine(key, OutgoingMessage.KeyMaxLength, nameof(key)),
            SendAfter = now,
            CreatedAt = now,
        });
    }

    /// <summary>Once more from the start, by a person's decision; false when the message is not one that ended badly.</summary>
    public async Task<bool> RetryAsync(Guid messageId, CancellationToken cancellationToken) =>
        await Messages(messageId).Where(message => message.State == MessageState.Failed || message.State == MessageState.Uncertain)
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, MessageState.Waiting).SetProperty(message => message.SendAfter, calendar.UtcNow)
                .SetProperty(message => message.Attempts, 0).SetProperty(message => message.FinishedAt, (DateTime?)null)
                .SetProperty(message => message.Problem, (string?)null).SetProperty(message => message.Detail, (string?)null), cancellationToken) == 1;

    /// <summary>False when it is being sent, was sent or was cancelled before.</summary>
    public async Task<bool> CancelAsync(Guid messageId, CancellationToken cancellationToken) =>
        await Messages(messageId).Where(message => message.State == MessageState.Waiting || message.State == MessageState.Failed || message.State == MessageState.Uncertain)
            .ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, MessageState.Cancelled).SetProperty(message => message.FinishedAt, calendar.UtcNow)
                .SetProperty(message => message.Text, "").SetProperty(message => message.Html, (string?)null), cancellationToken) == 1;

    private IQueryable<OutgoingMessage> Messages(Guid messageId) => db.Set<OutgoingMessage>().Where(message => message.OutgoingMessageId == messageId);

    private static string OneLine(string value, int longest, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        // A line break here would be a header of the sender's choosing. U+2028 and U+2029 are breaks to some programs.
        return value.Length > longest || value.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029')
            ? throw new ArgumentException($"Not one line of at most {longest} characters.", name)
            : value;
    }
}
