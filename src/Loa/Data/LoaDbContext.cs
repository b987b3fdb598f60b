using Loa.Modules.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Loa.Data;

/// <summary>The one unit of work. Modules map their entities with <see cref="IEntityTypeConfiguration{TEntity}"/> beside them.</summary>
internal sealed partial class LoaDbContext : IdentityUserContext<User, Guid>
{
    public LoaDbContext(DbContextOptions<LoaDbContext> options)
        : base(options) =>
        // Whoever's save fails gives up the transaction around it. Npgsql cannot go back to a savepoint while the answer of a batch that failed midway is still being read, so
        // with one a conflict would come as another error.
        Database.AutoSavepointsEnabled = false;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LoaDbContext).Assembly);
        builder.CompareLists();
        VietnameseOrder.Map(builder, Database.IsNpgsql());
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IRevised).IsAssignableFrom(e.ClrType)))
        {
            entity.FindProperty(nameof(IRevised.Revision))!.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
}
