using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Search;

/// <summary>The folded text of one thing that can be found. The full-text index over it is kept by the database itself.</summary>
[NotAudited]
internal sealed class SearchEntry
{
    public const int KindMaxLength = 40;

    public long SearchEntryId { get; set; }

    /// <summary>What it is: "plan", "plan-task"…</summary>
    public required string Kind { get; set; }

    public Guid EntityId { get; set; }

    /// <summary>Lower case, no diacritics, đ → d.</summary>
    public required string Text { get; set; }
}

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.HasKey(entry => entry.SearchEntryId);
        builder.Property(entry => entry.Kind).HasMaxLength(SearchEntry.KindMaxLength);
        builder.HasIndex(entry => new { entry.Kind, entry.EntityId }).IsUnique();
    }
}
