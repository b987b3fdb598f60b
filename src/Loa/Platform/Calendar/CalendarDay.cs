using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform;

/// <summary>A day as the administrator entered it from a decision; it stands in the place of what the program ships for that date.</summary>
internal sealed class CalendarDay : IRevised, IAuditedPart
{
    public const int NameMaxLength = 120;

    public const string SubjectType = "WorkCalendar";

    /// <summary>The whole calendar has one history.</summary>
    public static readonly Guid Subject = new("00000000-0000-7000-8000-00000000ca1e");

    public Guid CalendarDayId { get; set; }

    public DateOnly Date { get; set; }

    public DayKind Kind { get; set; }

    /// <summary>What the day is for, in the administrator's words.</summary>
    public string Name { get; set; } = "";

    public long Revision { get; set; }

    string IAuditedPart.AuditSubjectType => SubjectType;

    Guid IAuditedPart.AuditSubjectId => Subject;

    public SpecialDay AsSpecial() => new(Date, Kind, null, DaySource.Administrator, Name);
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDays");
        builder.HasKey(day => day.CalendarDayId);
        builder.Property(day => day.CalendarDayId).ValueGeneratedNever();
        builder.Property(day => day.Name).HasMaxLength(CalendarDay.NameMaxLength);
        builder.HasIndex(day => day.Date).IsUnique();
    }
}

/// <summary>Where a page or a job gets its working days: the shipped table with this installation's days over it.</summary>
internal sealed class CalendarDays(LoaDbContext db)
{
    /// <summary>A handful of rows a year; read afresh, so that every server knows a change at once.</summary>
    public async Task<WorkingDays> LoadAsync(CancellationToken cancellationToken = default)
    {
        var own = await db.Set<CalendarDay>().AsNoTracking().ToListAsync(cancellationToken);
        return new WorkingDays(HolidayTable.Shipped.With(own.Select(day => day.AsSpecial())));
    }
}
