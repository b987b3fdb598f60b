using Loa.Data;
using Loa.Data.Migrations;
using Loa.Modules.Tasks.Reminders;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loa.Tests.Data;

/// <summary>One context serves many units of work one after another: none finds anything of the one before.</summary>
public abstract class PooledContextTests(bool postgres)
{
    private static readonly DateOnly Lost = new(2026, 3, 4);
    private static readonly DateOnly Kept = new(2026, 3, 5);

    [Fact]
    public async Task Save_ThatFailedBeforeItBegan_LeavesNothingToTheNext()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        var stumble = new Stumble();
        await using var provider = await OpenAsync(database, stumble);

        LoaDbContext first;
        await using (var scope = provider.CreateAsyncScope())
        {
            first = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
            first.Add(new ReminderRound { Day = Lost });
            stumble.Now = true;
            await Should.ThrowAsync<InvalidOperationException>(() => first.SaveChangesAsync());
        }

        first.Services.ShouldBeNull();
        stumble.Now = false;
        await using (var scope = provider.CreateAsyncScope())
        {
            var second = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
            second.ShouldBeSameAs(first);
            second.ChangeTracker.Entries().ShouldBeEmpty();
            second.Add(new ReminderRound { Day = Kept });
            await second.SaveChangesAsync();
            (await second.Set<ReminderRound>().Select(round => round.Day).ToListAsync()).ShouldBe([Kept]);
        }
    }

    [Fact]
    public async Task Save_ThatFailedBeforeItBegan_CanBeTriedAgain()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        var stumble = new Stumble { Now = true };
        await using var provider = await OpenAsync(database, stumble);
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        db.Add(new ReminderRound { Day = Kept });
        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.Database.CurrentTransaction.ShouldBeNull();
        db.ChangeTracker.Entries().ShouldHaveSingleItem().State.ShouldBe(EntityState.Added);

        stumble.Now = false;
        await db.SaveChangesAsync();

        (await db.Set<ReminderRound>().CountAsync()).ShouldBe(1);
    }

    private static async Task<ServiceProvider> OpenAsync(TestDatabase database, Stumble stumble)
    {
        var settings = new LoaSettings { DataFolder = Path.GetTempPath(), Database = database.ConnectionString };
        await new Migrator(settings, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync();
        var services = new ServiceCollection();
        services.AddData(settings);
        services.AddSingleton<IInterceptor>(stumble);
        return services.BuildServiceProvider();
    }

    /// <summary>Fails after others have prepared the save, as a request that is given up does.</summary>
    private sealed class Stumble : SaveChangesInterceptor
    {
        public bool Now { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            Now ? throw new InvalidOperationException("Given up.") : ValueTask.FromResult(result);
    }
}

public sealed class PooledContextOnSqlite() : PooledContextTests(postgres: false);

public sealed class PooledContextOnPostgres() : PooledContextTests(postgres: true);
