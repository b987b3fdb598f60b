using FsCheck;
using FsCheck.Fluent;
using Loa.Data;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

public abstract class AuditTamperTests(LoaHost host) : IAsyncLifetime
{
    private readonly Tampering tampering = new(host);

    /// <summary>At least three batches of three records.</summary>
    public async Task InitializeAsync()
    {
        await host.SealAllAsync();
        while (await host.QueryAsync(db => db.Set<AuditSeal>().LongCountAsync()) < 4)
        {
            for (var i = 0; i < 3; i++)
            {
                await host.CreateAgencyAsync();
            }

            await host.SealAllAsync();
        }
    }

    public async Task DisposeAsync() => (await host.VerifyAsync()).Faults.ShouldBeEmpty("every attempt was undone");

    [Fact]
    public async Task Verify_AnyColumnChanged_NamesTheRecordOrTheBatch()
    {
        var record = await host.QueryAsync(db => db.Set<AuditSealMember>().Where(member => member.AuditSealId == 3 && member.Position == 2).Select(member => member.AuditProcessId).SingleAsync());
        var columns = await tampering.EveryColumnAsync(3, 2);

        columns.Count.ShouldBe(7 + 9 + 7 + 4);
        foreach (var (column, statement) in columns)
        {
            var faults = await tampering.FaultsAsync(statement);
            faults.ShouldNotBeEmpty(column);
            faults.ShouldContain(fault => fault.Process == record || fault.Seal == 3, column);
            if (column.StartsWith("AuditProcess.", StringComparison.Ordinal) || column.StartsWith("AuditChange.", StringComparison.Ordinal))
            {
                faults.ShouldContain(fault => fault.Process == record, column);
            }
        }
    }

    [Fact]
    public async Task Verify_ARecordOrAChangeRemoved_NamesTheRecord()
    {
        var record = Tampering.MemberOf(2, 1);

        (await tampering.FaultsAsync($"""DELETE FROM "AuditChanges" WHERE "AuditProcessId" = {record}""", $"""DELETE FROM "AuditProcesses" WHERE "AuditProcessId" = {record}"""))
            .ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordMissing);
        (await tampering.FaultsAsync($"""DELETE FROM "AuditProcesses" WHERE "AuditProcessId" = {record}"""))
            .Select(fault => fault.Kind).Distinct().ShouldBe([AuditFaultKind.RecordMissing, AuditFaultKind.ChangeSurplus]);
        (await tampering.FaultsAsync($"""DELETE FROM "AuditChanges" WHERE "AuditChangeId" = (SELECT max("AuditChangeId") FROM "AuditChanges" WHERE "AuditProcessId" = {record})"""))
            .ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordChanged);
    }

    [Fact]
    public async Task Verify_SomethingPutIn_IsNamed()
    {
        const string Copy = """
            INSERT INTO "AuditProcesses" ("AuditProcessId", "Name", "ActorId", "At", "Reason", "RequestId")
            SELECT {0}, "Name", "ActorId", "At", "Reason", "RequestId" FROM "AuditProcesses" WHERE "AuditProcessId" = {1}
            """;
        var record = Tampering.MemberOf(2, 1);
        (await tampering.FaultsAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Copy, Tampering.NewId(), record)))
            .ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordSurplus);
        (await tampering.FaultsAsync($"""
            INSERT INTO "AuditChanges" ("AuditProcessId", "SubjectType", "EntityType", "EntityKey", "Action")
            SELECT "AuditProcessId", 'Plan', 'Plan', 'x', 1 FROM "AuditProcesses" WHERE "AuditProcessId" = {record}
            """)).ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordChanged);
        (await tampering.FaultsAsync($"""INSERT INTO "AuditSealMembers" ("AuditSealId", "Position", "AuditProcessId", "Hash") VALUES (2, 900, {Tampering.NewId()}, {tampering.Bytes(1)})"""))
            .Select(fault => fault.Kind).ShouldBe([AuditFaultKind.SealChanged, AuditFaultKind.RecordMissing], ignoreOrder: true);
    }

    [Fact]
    public async Task Verify_AMemberRemoved_NamesBatchAndRecord() =>
        (await tampering.FaultsAsync("""DELETE FROM "AuditSealMembers" WHERE "AuditSealId" = 2 AND "Position" = 1"""))
            .Select(fault => fault.Kind).ShouldBe([AuditFaultKind.SealChanged, AuditFaultKind.RecordSurplus]);

    [Fact]
    public async Task Verify_TwoBatchesSwapped_SeesIt() =>
        (await tampering.FaultsAsync([.. ((string[])["AuditSealMembers", "AuditSeals"]).SelectMany(table => (string[])
        [
            $"""UPDATE "{table}" SET "AuditSealId" = -7 WHERE "AuditSealId" = 2""",
            $"""UPDATE "{table}" SET "AuditSealId" = 2 WHERE "AuditSealId" = 3""",
            $"""UPDATE "{table}" SET "AuditSealId" = 3 WHERE "AuditSealId" = -7""",
        ])])).Select(fault => fault.Kind).ShouldContain(AuditFaultKind.LinkBroken);

    [Fact]
    public async Task Verify_ABatchInTheMiddleRemoved_NamesTheGap()
    {
        var faults = await tampering.FaultsAsync("""DELETE FROM "AuditSealMembers" WHERE "AuditSealId" = 2""", """DELETE FROM "AuditSeals" WHERE "AuditSealId" = 2""");

        faults.ShouldContain(fault => fault.Kind == AuditFaultKind.SealMissing && fault.Seal == 2);
        faults.ShouldContain(fault => fault.Kind == AuditFaultKind.RecordSurplus, "its records stand outside now");
    }

    /// <summary>The chain itself cannot tell; the head noted in the data folder can, and nothing else does.</summary>
    [Fact]
    public async Task Verify_TheLastBatchCutOffWithItsRecords_IsSeenOnlyByTheNotedHead()
    {
        var last = await host.QueryAsync(db => db.Set<AuditSeal>().MaxAsync(seal => seal.AuditSealId));
        string[] cut =
        [
            $"""DELETE FROM "AuditChanges" WHERE "AuditProcessId" IN (SELECT "AuditProcessId" FROM "AuditSealMembers" WHERE "AuditSealId" = {last})""",
            $"""DELETE FROM "AuditProcesses" WHERE "AuditProcessId" IN (SELECT "AuditProcessId" FROM "AuditSealMembers" WHERE "AuditSealId" = {last})""",
            $"""DELETE FROM "AuditSealMembers" WHERE "AuditSealId" = {last}""",
            $"""DELETE FROM "AuditSeals" WHERE "AuditSealId" = {last}""",
        ];

        (await tampering.FaultsAsync(cut)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Kind.ShouldBe(AuditFaultKind.SealMissing), fault => fault.Seal.ShouldBe(last));
        await WithoutAsync("audit.head", async () => (await tampering.FaultsAsync(cut)).ShouldBeEmpty("no database can tell what its end once was"));
    }

    [Fact]
    public async Task Seal_AfterTheEndWasCutOff_IsRefused()
    {
        await host.CreateAgencyAsync();
        var last = await host.QueryAsync(db => db.Set<AuditSeal>().MaxAsync(seal => seal.AuditSealId));

        await Should.ThrowAsync<AuditChainException>(() => tampering.TryAsync(
            services => services.GetRequiredService<AuditSealer>().SealNextAsync(),
            $"""DELETE FROM "AuditSealMembers" WHERE "AuditSealId" = {last}""",
            $"""DELETE FROM "AuditSeals" WHERE "AuditSealId" = {last}"""));
        await host.SealAllAsync();
    }

    /// <summary>Whoever can write to the database but not read the data folder can recompute every hash, and cannot sign.</summary>
    [Fact]
    public async Task Verify_AChainComputedAnewWithoutTheKey_IsNotOurs()
    {
        var faults = await tampering.TryAsync(async services =>
        {
            await ForgeAsync(services.GetRequiredService<LoaDbContext>());
            return (await SealHosts.VerifyAsync(services)).Faults;
        }, $"""UPDATE "AuditProcesses" SET "Name" = 'forged' WHERE "AuditProcessId" = {Tampering.MemberOf(2, 1)}""");

        faults.Select(fault => fault.Kind).Distinct().ShouldBe([AuditFaultKind.SignatureWrong, AuditFaultKind.SealChanged], ignoreOrder: true);
        faults.Where(fault => fault.Kind == AuditFaultKind.SealChanged).ShouldHaveSingleItem().Text.ShouldContain("audit.head");
    }

    [Fact]
    public async Task Verify_WithoutTheKey_SaysThatSignaturesAreUnchecked() => await WithoutAsync("audit.key", async () =>
    {
        (await host.VerifyAsync()).Faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.KeyMissing);
        await host.CreateAgencyAsync();
        (await Should.ThrowAsync<AuditChainException>(() => host.SealOnceAsync())).Message.ShouldContain("audit.key");
    });

    [Fact]
    public async Task Verify_ASealThatWaitsAgainOrNeverCame_IsNamed()
    {
        (await tampering.FaultsAsync($"""INSERT INTO "AuditPending" ("AuditProcessId") SELECT {Tampering.MemberOf(2, 1)}""")).ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.RecordSurplus);
        await host.CreateAgencyAsync();
        (await tampering.FaultsAsync("""DELETE FROM "AuditPending" """)).ShouldAllBe(fault => fault.Kind == AuditFaultKind.RecordSurplus);
        await host.SealAllAsync();
    }

    [Fact]
    public async Task Verify_AfterRandomTampering_IsNeverIntact()
    {
        var columns = await tampering.EveryColumnAsync(1, 1);
        var acts =
            from batch in Gen.Choose(1, 4)
            from position in Gen.Choose(1, 3)
            from column in Gen.Choose(0, columns.Count - 1)
            from kind in Gen.Choose(0, 9)
            select (batch, position, column, kind);
        foreach (var attempt in acts.ListOf(2).Sample(20))
        {
            var statements = new List<string>();
            foreach (var (batch, position, column, kind) in attempt.DistinctBy(act => (act.column, act.kind)))
            {
                var record = Tampering.MemberOf(batch, position);
                statements.Add(kind switch
                {
                    0 => $"""DELETE FROM "AuditChanges" WHERE "AuditProcessId" = {record}""",
                    1 => $"""DELETE FROM "AuditProcesses" WHERE "AuditProcessId" = {record}""",
                    2 => $"""DELETE FROM "AuditSealMembers" WHERE "AuditSealId" = {batch} AND "Position" = {position}""",
                    _ => (await tampering.EveryColumnAsync(batch, position))[column].Statement,
                });
            }

            (await tampering.FaultsAsync([.. statements])).ShouldNotBeEmpty(string.Join(";\n", statements));
        }
    }

    private static async Task ForgeAsync(LoaDbContext db)
    {
        var previous = AuditSealer.NoHash;
        foreach (var seal in await db.Set<AuditSeal>().OrderBy(seal => seal.AuditSealId).ToListAsync())
        {
            var members = await db.Set<AuditSealMember>().Where(member => member.AuditSealId == seal.AuditSealId).OrderBy(member => member.Position).ToListAsync();
            var ids = members.ConvertAll(member => member.AuditProcessId);
            var changes = db.Set<AuditChange>().AsNoTracking().Where(change => ids.Contains(change.AuditProcessId)).OrderBy(change => change.AuditProcessId).ThenBy(change => change.AuditChangeId);
            var hashes = await AuditHashes.ComputeAsync(await db.Set<AuditProcess>().AsNoTracking().Where(process => ids.Contains(process.AuditProcessId)).ToListAsync(), changes.AsAsyncEnumerable(), default);
            members.ForEach(member => member.Hash = hashes[member.AuditProcessId]);
            seal.PreviousHash = previous;
            seal.Hash = previous = AuditDigest.Of(seal, members);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task WithoutAsync(string file, Func<Task> act)
    {
        var path = Path.Combine(host.Settings.KeysFolder, file);
        File.Move(path, path + ".away");
        try
        {
            await act();
        }
        finally
        {
            File.Move(path + ".away", path);
        }
    }
}

public sealed class AuditTamperOnSqlite(SealSqliteHost host) : AuditTamperTests(host), IClassFixture<SealSqliteHost>;

public sealed class AuditTamperOnPostgres(SealPostgresHost host) : AuditTamperTests(host), IClassFixture<SealPostgresHost>;
