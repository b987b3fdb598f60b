using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Views;

/// <summary>A list as a person likes to see it: the filters of its address under a name of their own.</summary>
[NotAudited]
internal sealed class SavedView
{
    public const int NameMaxLength = 60;
    public const int PageMaxLength = 40;
    public const int QueryMaxLength = 800;

    /// <summary>Of one person on one page.</summary>
    public const int Most = 30;

    public Guid SavedViewId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Which list, see <see cref="SavedViewPage"/>.</summary>
    public required string Page { get; set; }

    public required string Name { get; set; }

    /// <summary>With its question mark: "?nhom=Overdue&amp;vai-tro=Lead".</summary>
    public required string Query { get; set; }

    /// <summary>What the page shows when it is opened without filters.</summary>
    public bool IsDefault { get; set; }
}

/// <summary>
/// A list whose filters can be saved. Its module registers it with <c>services.AddSingleton(new SavedViewPage(…))</c>, the page shows
/// <c>&lt;vc:saved-views page="viec" /&gt;</c> and begins with <c>if (await views.DefaultAsync(page, Request) is { } address) return LocalRedirect(address);</c>.
/// </summary>
/// <param name="Name">Stands in rows and addresses; never changed.</param>
/// <param name="Title">The Vietnamese text, which is the localizer's key.</param>
/// <param name="Parameters">The filters of the address; nothing else is kept.</param>
internal sealed record SavedViewPage(string Name, string Title, string Href, IReadOnlyList<string> Parameters)
{
    /// <summary>In the address: the whole list, whatever the default is.</summary>
    public const string Everything = "tat-ca";

    /// <summary>The list without filters, past the default.</summary>
    public string WholeHref => $"{Href}?{Everything}=true";
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.HasKey(view => view.SavedViewId);
        builder.Property(view => view.SavedViewId).ValueGeneratedNever();
        builder.Property(view => view.Page).HasMaxLength(SavedView.PageMaxLength);
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameMaxLength);
        builder.Property(view => view.Query).HasMaxLength(SavedView.QueryMaxLength);
        builder.HasIndex(view => new { view.UserId, view.Page, view.Name }).IsUnique();
    }
}
