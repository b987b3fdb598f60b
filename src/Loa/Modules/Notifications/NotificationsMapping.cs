using Loa.Modules.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Notifications;

internal sealed class NotificationsMapping :
    IEntityTypeConfiguration<Notification>,
    IEntityTypeConfiguration<NotificationSettings>,
    IEntityTypeConfiguration<NotificationPreference>,
    IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.HasKey(notification => notification.NotificationId);
        builder.Property(notification => notification.NotificationId).ValueGeneratedNever();
        builder.Property(notification => notification.Kind).HasMaxLength(Notification.KindMaxLength);
        builder.Property(notification => notification.Title).HasMaxLength(Notification.TitleMaxLength);
        builder.Property(notification => notification.Text).HasMaxLength(Notification.TextMaxLength);
        builder.Property(notification => notification.Link).HasMaxLength(Notification.LinkMaxLength);
        builder.Property(notification => notification.Key).HasMaxLength(Notification.KeyMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(notification => notification.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(notification => new { notification.UserId, notification.Key }).IsUnique();
        builder.HasIndex(notification => new { notification.UserId, notification.ReadAt, notification.CreatedAt });
        builder.HasIndex(notification => new { notification.UserId, notification.NotificationId });
    }

    public void Configure(EntityTypeBuilder<NotificationSettings> builder)
    {
        builder.ToTable("NotificationSettings");
        builder.HasKey(settings => settings.UserId);
        builder.Property(settings => settings.UserId).ValueGeneratedNever();
        builder.Property(settings => settings.Channels).HasMaxLength(NotificationSettings.ChannelsMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(settings => settings.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NotificationPreference> builder)
    {
        builder.ToTable("NotificationPreferences");
        builder.HasKey(preference => new { preference.UserId, preference.Kind });
        builder.Property(preference => preference.Kind).HasMaxLength(Notification.KindMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(preference => preference.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.UserId);
        builder.Property(feed => feed.UserId).ValueGeneratedNever();
        builder.Property(feed => feed.SecretHash).HasMaxLength(CalendarFeed.HashLength);
        builder.HasOne<User>().WithMany().HasForeignKey(feed => feed.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(feed => feed.SecretHash).IsUnique();
    }
}
