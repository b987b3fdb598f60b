using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform;

internal enum MessageState
{
    Waiting = 1,

    /// <summary>A worker is handing it over; written before the first byte goes out.</summary>
    Sending = 2,

    Sent = 3,

    /// <summary>Refused for good, or every attempt is used up.</summary>
    Failed = 4,

    /// <summary>It may have arrived: the server died or the connection broke between hand-over and answer. Only a person sends it again.</summary>
    Uncertain = 5,

    Cancelled = 6,
}

/// <summary>One message to one address by one channel. Its words are forgotten as soon as it is sent: they may hold a secret link.</summary>
[NotAudited]
internal sealed class OutgoingMessage : IInsertedOnce
{
    public const int ChannelMaxLength = 40;
    public const int AddressMaxLength = 254;
    public const int SubjectMaxLength = 300;
    public const int KeyMaxLength = 200;
    public const int ProblemMaxLength = 200;
    public const int DetailMaxLength = 300;

    public Guid OutgoingMessageId { get; set; }

    public required string Channel { get; set; }

    public required string Address { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public string? Html { get; set; }

    /// <summary>What it is about, once: a second message with the same key is never written.</summary>
    public required string Key { get; set; }

    public MessageState State { get; set; } = MessageState.Waiting;

    public int Attempts { get; set; }

    public DateTime SendAfter { get; set; }

    public Guid? LeaseId { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>Why it is not sent yet, or never will be: a key of the localizer.</summary>
    public string? Problem { get; set; }

    /// <summary>What the other side answered.</summary>
    public string? Detail { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.ToTable("OutgoingMessages");
        builder.HasKey(message => message.OutgoingMessageId);
        builder.Property(message => message.OutgoingMessageId).ValueGeneratedNever();
        builder.Property(message => message.Channel).HasMaxLength(OutgoingMessage.ChannelMaxLength);
        builder.Property(message => message.Address).HasMaxLength(OutgoingMessage.AddressMaxLength);
        builder.Property(message => message.Subject).HasMaxLength(OutgoingMessage.SubjectMaxLength);
        builder.Property(message => message.Key).HasMaxLength(OutgoingMessage.KeyMaxLength);
        builder.Property(message => message.Problem).HasMaxLength(OutgoingMessage.ProblemMaxLength);
        builder.Property(message => message.Detail).HasMaxLength(OutgoingMessage.DetailMaxLength);
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.State, message.SendAfter });
        builder.HasIndex(message => new { message.State, message.OutgoingMessageId });
    }
}
