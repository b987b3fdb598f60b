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

    /// <summary>Of the request, command or job whose unit of work this is: the pool hands one context to many, one after another.</summary>
    internal IServiceProvider Services { get; set; } = null!;

    /// <summary>What the save that is going on wrote past the tracker, see <see cref="InsertOnceInterceptor"/>.</summary>
    internal InsertOnceWrites InsertedOnce { get; } = new();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var detects = DetectOnce();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = DetectOnce();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            // Whatever failed, an interceptor before the save as well: those after InsertOnceInterceptor are not told to undo.
            await InsertedOnce.UndoAsync(this);
            throw;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Back to the pool: nothing of this unit of work goes with it.</summary>
    public override void Dispose()
    {
        InsertedOnce.Forget();
        Services = null!;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        InsertedOnce.Forget();
        Services = null!;
        return base.DisposeAsync();
    }

    /// <summary>Each interceptor that looks at the entries would have all of them compared anew; what interceptors change themselves, they say through the tracker.</summary>
    private bool DetectOnce()
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        if (detects)
        {
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;
        }

        return detects;
    }

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
