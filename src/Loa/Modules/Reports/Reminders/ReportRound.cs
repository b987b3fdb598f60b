using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Reports.Reminders;

/// <summary>A day whose reminders of reports are all out: the next look that day is one read of this row.</summary>
[NotAudited]
internal sealed class ReportRound : IInsertedOnce
{
    public DateOnly Day { get; set; }

    public DateTime FinishedAt { get; set; }
}

internal sealed class ReportRoundMapping : IEntityTypeConfiguration<ReportRound>
{
    public void Configure(EntityTypeBuilder<ReportRound> builder)
    {
        builder.ToTable("ReportRounds");
        builder.HasKey(round => round.Day);
        builder.Property(round => round.Day).ValueGeneratedNever();
    }
}
