using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Activities;

internal sealed class ActivityMapping :
    IEntityTypeConfiguration<Activity>,
    IEntityTypeConfiguration<ActivityTask>,
    IEntityTypeConfiguration<ActivityTopic>,
    IEntityTypeConfiguration<Channel>,
    IEntityTypeConfiguration<ActivityRules>,
    IEntityTypeConfiguration<FormSetting>,
    IEntityTypeConfiguration<ActivityTotal>,
    IEntityTypeConfiguration<ActivityWeek>,
    IEntityTypeConfiguration<ActivityTopicTotal>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("Activities");
        builder.HasKey(activity => activity.ActivityId);
        builder.Property(activity => activity.ActivityId).ValueGeneratedNever();
        builder.Property(activity => activity.Title).HasMaxLength(Activity.TitleMaxLength);
        builder.Property(activity => activity.Description).HasMaxLength(Activity.TextMaxLength);
        builder.Property(activity => activity.IntegratedInto).HasMaxLength(Activity.ShortMaxLength);
        builder.Property(activity => activity.Places).HasMaxLength(Activity.ShortMaxLength);
        builder.Property(activity => activity.InCharge).HasMaxLength(Activity.ShortMaxLength);
        builder.Property(activity => activity.WithdrawnReason).HasMaxLength(Activity.ShortMaxLength);
        builder.Ignore(activity => activity.MinutesInAll);
        builder.HasOne<Agency>().WithMany().HasForeignKey(activity => activity.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Channel>().WithMany().HasForeignKey(activity => activity.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(activity => activity.Tasks).WithOne().HasForeignKey(task => task.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(activity => activity.Topics).WithOne().HasForeignKey(topic => topic.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(activity => new { activity.AgencyId, activity.StartsOn });
        builder.HasIndex(activity => new { activity.StartsOn, activity.ActivityId });
        builder.HasIndex(activity => activity.ChannelId);
    }

    public void Configure(EntityTypeBuilder<ActivityTask> builder)
    {
        builder.ToTable("ActivityTasks");
        builder.HasKey(task => new { task.ActivityId, task.PlanTaskId });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(task => task.PlanTaskId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ActivityTopic> builder)
    {
        builder.ToTable("ActivityTopics");
        builder.HasKey(topic => new { topic.ActivityId, topic.PlanTextId });
        builder.HasOne<PlanText>().WithMany().HasForeignKey(topic => topic.PlanTextId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("Channels");
        builder.HasKey(channel => channel.ChannelId);
        builder.Property(channel => channel.ChannelId).ValueGeneratedNever();
        builder.Property(channel => channel.Name).HasMaxLength(Channel.NameMaxLength);
        builder.Property(channel => channel.Folded).HasMaxLength(Channel.NameMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(channel => channel.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(channel => new { channel.AgencyId, channel.Folded }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ActivityRules> builder)
    {
        builder.ToTable("ActivityRules");
        builder.HasKey(rules => rules.AgencyId);
        builder.Property(rules => rules.AgencyId).ValueGeneratedNever();
        builder.HasOne<Agency>().WithOne().HasForeignKey<ActivityRules>(rules => rules.AgencyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FormSetting> builder)
    {
        builder.ToTable("FormSettings");
        builder.HasKey(setting => setting.Form);
        builder.Property(setting => setting.Form).ValueGeneratedNever();
    }

    // Sums are written by the database alone, and read from views on PostgreSQL, where one key has a row for what is added up and one for each that is queued.
    public void Configure(EntityTypeBuilder<ActivityTotal> builder) => builder.ToView("ActivityTotals").HasNoKey();

    public void Configure(EntityTypeBuilder<ActivityWeek> builder) => builder.ToView("ActivityWeeks").HasNoKey();

    public void Configure(EntityTypeBuilder<ActivityTopicTotal> builder) => builder.ToView("ActivityTopicTotals").HasNoKey();
}
