using Loa.Data;
using Loa.Data.Migrations;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Sums;
using Loa.Modules.Agencies;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loa.Tests.Data;

public abstract class MigrationTests(bool postgres)
{
    [Fact]
    public async Task Migrate_EmptyDatabase_GivesTheSchemaOfTheModel()
    {
        await using var migrated = await TestDatabase.CreateEmptyAsync(postgres);
        await using var created = await TestDatabase.CreateEmptyAsync(postgres);
        await MigratorOf(migrated).MigrateAsync();
        await using (var db = Context(created))
        {
            await db.Database.EnsureCreatedAsync();
        }

        var expected = await SchemaReader.ReadAsync(postgres, created.ConnectionString);
        var actual = await SchemaReader.ReadAsync(postgres, migrated.ConnectionString);

        expected.Count.ShouldBeGreaterThan(100);
        actual.Except(expected).ShouldBeEmpty("only in the migrations");
        expected.Except(actual).ShouldBeEmpty("only in the model");
    }

    [Fact]
    public async Task Migrate_Twice_ChangesNothingTheSecondTime()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        (await MigratorOf(database).MigrateAsync()).ShouldNotBeEmpty();

        (await MigratorOf(database).MigrateAsync()).ShouldBeEmpty();
        (await MigratorOf(database).IsCurrentAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Migrate_FourStartersAtOnce_EachScriptIsAppliedOnce()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigratorOf(database).MigrateAsync())));

        applied.SelectMany(scripts => scripts).Select(script => script.Number).Order().ShouldBe(MigrationScript.For(postgres).Select(script => script.Number));
    }

    [Fact]
    public async Task Migrate_FromEveryEarlierSchema_KeepsTheRows()
    {
        var scripts = MigrationScript.For(postgres);
        foreach (var earlier in scripts.SkipLast(1))
        {
            await using var database = await TestDatabase.CreateEmptyAsync(postgres);
            await ExecuteAsync(database, """CREATE TABLE "SchemaHistory" ("Number" INTEGER NOT NULL PRIMARY KEY, "Name" TEXT NOT NULL, "Checksum" TEXT NOT NULL, "AppliedAt" TEXT NOT NULL)""");
            foreach (var script in scripts.Where(script => script.Number <= earlier.Number))
            {
                await ExecuteAsync(database, script.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
                await ExecuteAsync(database, $"""INSERT INTO "SchemaHistory" ("Number", "Name", "Checksum", "AppliedAt") VALUES ({script.Number}, '{script.Name}', '{script.Checksum}', 'x')""");
            }

            var agencyId = await AddAgencyAsync(database);
            var id = agencyId.ToString().ToUpperInvariant();
            await ExecuteAsync(database, $"""INSERT INTO "AgencyNames" ("AgencyNameId", "AgencyId", "Kind", "Text", "Folded") VALUES ('{id}', '{id}', 1, 'Tên khác', 'ten khac')""");

            var (hasSums, below) = (earlier.Number >= 21, Guid.Empty);
            if (hasSums)
            {
                below = await AddAgencyAsync(database, "con", "/cu/con/");
                if (postgres && earlier.Number is >= 28 and < 33)
                {
                    // What follows waits in the queue of the branches.
                    await ExecuteAsync(database, """UPDATE "BranchState" SET "Stale" = false""");
                }

                await ExecuteAsync(database, $"""
                    INSERT INTO "Activities" ("ActivityId", "AgencyId", "Form", "StartsOn", "EndsOn", "Month", "Week", "Title", "IsIntegrated", "Times", "Minutes", "IsPrimeTime", "Audiences", "State", "LoggedAt", "ChangedAt", "SearchText", "Revision")
                    VALUES ('{id}', '{below.ToString().ToUpperInvariant()}', 5, '2026-03-04', '2026-03-04', 202603, 202610, 'Phát thanh', false, 3, 20, false, '{(postgres ? "{{}}" : "[]")}', 1, '2026-03-04', '2026-03-04', 'phat thanh', 1)
                    """);
            }

            var applied = await MigratorOf(database).MigrateAsync();

            applied.Select(script => script.Number).ShouldBe(scripts.Where(script => script.Number > earlier.Number).Select(script => script.Number));
            await using var after = Context(database);
            var kept = await after.Set<Agency>().Include(a => a.Names).Include(a => a.States).SingleAsync(a => a.Code == "cu");
            (kept.AgencyId, kept.Name, kept.Names.Count(name => name.Text == "Tên khác")).ShouldBe((agencyId, "Cơ quan cũ", 1));
            if (applied.Any(script => script.Name == "agencies_through_time"))
            {
                kept.States.ShouldHaveSingleItem().Name.ShouldBe("Cơ quan cũ");
            }

            if (hasSums)
            {
                (await SumsAsync()).ShouldBe((60, 3, 1), $"sums since {earlier.Name}");
                if (postgres)
                {
                    (await new SumQueue(after).FoldAsync(default)).ShouldBeTrue();
                    (await SumsAsync()).ShouldBe((60, 3, 1), $"sums since {earlier.Name}");
                }

                async Task<(long Minutes, long Times, long Above)> SumsAsync() => (
                    await after.Set<ActivityTotal>().Where(total => total.AgencyId == below).SumAsync(total => total.Minutes), await after.Set<ActivityWeek>().SumAsync(week => week.Times), await BranchSums.TotalsOf(after, agencyId).SumAsync(total => total.Activities));
            }
        }
    }

    [Fact]
    public async Task Migrate_SeveralDecisionsAboutOneName_KeepsTheNewest()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        foreach (var script in MigrationScript.For(postgres).Where(script => script.Number < 3))
        {
            await ExecuteAsync(database, script.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        var owner = await AddAgencyAsync(database);
        await using (var db = Context(database))
        {
            // Two in one tick, as two people at once leave them; the second id is the later one.
            db.AddRange(Decision(owner, "so la", 1), Decision(owner, "so la", 3), Decision(owner, "so la", 3), Decision(null, "so la", 2), Decision(null, "so la", 1), Decision(owner, "so khac", 1));
            await db.SaveChangesAsync();
        }

        await ExecuteAsync(database, MigrationScript.For(postgres).Single(script => script.Number == 3).Sql);

        await using var after = Context(database);
        var kept = await after.Set<AgencyMapping>().ToListAsync();
        kept.Select(mapping => (mapping.OwnerAgencyId is null, mapping.Folded, mapping.DecidedAt.Hour)).ShouldBe([(false, "so la", 3), (true, "so la", 2), (false, "so khac", 1)], ignoreOrder: true);

        AgencyMapping Decision(Guid? ownerId, string folded, int hour) => new()
        {
            AgencyMappingId = Guid.CreateVersion7(),
            OwnerAgencyId = ownerId,
            Folded = folded,
            Text = folded,
            Kind = AgencyMappingKind.OutsideChain,
            DecidedAt = new DateTime(2026, 1, 5, hour, 0, 0, DateTimeKind.Utc),
        };
    }

    [Fact]
    public async Task Migrate_NewerSchema_RefusesAndSaysWhy()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        await MigratorOf(database).MigrateAsync();
        await ExecuteAsync(database, """INSERT INTO "SchemaHistory" ("Number", "Name", "Checksum", "AppliedAt") VALUES (9000, 'tomorrow', 'x', 'x')""");

        var problem = await Should.ThrowAsync<MigrationException>(() => MigratorOf(database).MigrateAsync());

        problem.Message.ShouldContain("9000");
        problem.Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task Migrate_EditedScript_IsNoticed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(postgres);
        await MigratorOf(database).MigrateAsync();
        await ExecuteAsync(database, """UPDATE "SchemaHistory" SET "Checksum" = 'other' WHERE "Number" = 1""");

        await Should.ThrowAsync<MigrationException>(() => MigratorOf(database).MigrateAsync());
    }

    [Fact]
    public void Scripts_OfBothProviders_HaveTheSameNumbersAndNames() =>
        MigrationScript.For(postgres: true).Select(script => (script.Number, script.Name)).ShouldBe(MigrationScript.For(postgres: false).Select(script => (script.Number, script.Name)));

    private static Migrator MigratorOf(TestDatabase database) => new(SettingsOf(database), TimeProvider.System, NullLogger<Migrator>.Instance);

    private static LoaSettings SettingsOf(TestDatabase database) => new() { DataFolder = Path.GetTempPath(), Database = database.ConnectionString };

    private static LoaDbContext Context(TestDatabase database) =>
        new(((DbContextOptionsBuilder<LoaDbContext>)new DbContextOptionsBuilder<LoaDbContext>().UseLoaDatabase(SettingsOf(database))).Options);

    /// <summary>Written as the first version would have: the model of today has columns that an early schema does not.</summary>
    private static async Task<Guid> AddAgencyAsync(TestDatabase database, string code = "cu", string path = "/cu/")
    {
        var agencyId = Guid.CreateVersion7();
        await ExecuteAsync(database, $"""INSERT INTO "Agencies" ("AgencyId", "Kind", "Level", "Name", "ShortName", "Code", "Path", "SortOrder", "SearchText", "Revision") VALUES ('{agencyId.ToString().ToUpperInvariant()}', 3, 2, 'Cơ quan cũ', 'Cơ quan cũ', '{code}', '{path}', 1, 'co quan cu', 1)""");
        return agencyId;
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var db = Context(database);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}

public sealed class MigrationsOnSqlite() : MigrationTests(postgres: false);

public sealed class MigrationsOnPostgres() : MigrationTests(postgres: true);
