using Loa.Data;
using Loa.Data.Migrations;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Platform.Audit;

/// <summary>An installation whose records were made before there were seals.</summary>
public abstract class AuditUpgradeTests(bool postgres)
{
    private const int LastWithoutSeals = 3;

    [Fact]
    public async Task Migrate_RecordsFromBefore_AreSealedAndNameTheirActorsByReference()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        var folder = Directory.CreateTempSubdirectory("loa-upgrade-").FullName;
        var settings = new LoaSettings { DataFolder = folder, Database = database.ConnectionString };
        await using (var app = Program.CreateApplication(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
            var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await FillAsync(db, first, second);

            await app.Services.GetRequiredService<Migrator>().MigrateAsync();

            (await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealNextAsync()).ShouldBe(3);
            var (verdict, faults) = await SealHosts.VerifyAsync(scope.ServiceProvider);
            faults.ShouldBeEmpty();
            (verdict.Records, verdict.Changes, verdict.Tail).ShouldBe((3, 3, 0));
            var actors = await db.Set<AuditActor>().ToDictionaryAsync(actor => actor.UserId, actor => actor.AuditActorId);
            actors.Keys.ShouldBe([first, second], ignoreOrder: true);
            (await db.Set<AuditProcess>().OrderBy(process => process.Name).Select(process => process.ActorId).ToListAsync()).ShouldBe([actors[first], actors[second], null]);
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync(LoaDbContext db, Guid first, Guid second)
    {
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "SchemaHistory" ("Number" INTEGER NOT NULL PRIMARY KEY, "Name" TEXT NOT NULL, "Checksum" TEXT NOT NULL, "AppliedAt" TEXT NOT NULL)""");
        foreach (var script in MigrationScript.For(postgres).Where(script => script.Number <= LastWithoutSeals))
        {
            await db.Database.ExecuteSqlRawAsync(script.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "SchemaHistory" ("Number", "Name", "Checksum", "AppliedAt") VALUES ({script.Number}, {script.Name}, {script.Checksum}, {"x"})""");
        }

        foreach (var (name, actor) in ((string, Guid?)[])[("a", first), ("b", second), ("c", null)])
        {
            var id = Guid.CreateVersion7();
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "AuditProcesses" ("AuditProcessId", "Name", "ActorId", "At") VALUES ({id}, {name}, {actor}, {new DateTime(2026, 11, 1, 2, 3, 4, DateTimeKind.Utc)})""");
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "AuditChanges" ("AuditProcessId", "SubjectType", "EntityType", "EntityKey", "Action") VALUES ({id}, {"Plan"}, {"Plan"}, {"k"}, {1})""");
        }
    }
}

public sealed class AuditUpgradeOnSqlite() : AuditUpgradeTests(postgres: false);

public sealed class AuditUpgradeOnPostgres() : AuditUpgradeTests(postgres: true);
