using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

public abstract class AuditSealTests(LoaHost host)
{
    protected LoaHost Host { get; } = host;

    [Fact]
    public async Task Verify_AfterSealing_CountsEverythingAndTheTail()
    {
        await Host.SealAllAsync();
        await Host.CreateAgencyAsync();
        await Host.CreateAgencyAsync();

        var (verdict, faults) = await Host.VerifyAsync();

        faults.ShouldBeEmpty();
        verdict.Tail.ShouldBe(2);
        verdict.Records.ShouldBe(await Host.QueryAsync(db => db.Set<AuditProcess>().LongCountAsync()) - 2);
        verdict.Changes.ShouldBe(await Host.QueryAsync(db => db.Set<AuditChange>().LongCountAsync(change => db.Set<AuditSealMember>().Any(member => member.AuditProcessId == change.AuditProcessId))));
        (await Host.SealAllAsync()).ShouldBe(2);
        (await Host.SealOnceAsync()).ShouldBe(0);
        (await Host.VerifyAsync()).Verdict.Tail.ShouldBe(0);
    }

    [Fact]
    public async Task Seal_NothingToDo_WritesNoSeal()
    {
        await Host.SealAllAsync();
        var seals = await Host.QueryAsync(db => db.Set<AuditSeal>().CountAsync());

        (await Host.SealOnceAsync()).ShouldBe(0);

        (await Host.QueryAsync(db => db.Set<AuditSeal>().CountAsync())).ShouldBe(seals);
    }

    [Fact]
    public async Task Seal_WhatWasRolledBack_IsNoRecord()
    {
        await Host.SealAllAsync();
        await Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Agency.Create(TestData.Unique("r"), "Bỏ", "Bỏ", AgencyKind.Department, AgencyLevel.Province, null));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        (await Host.SealOnceAsync()).ShouldBe(0);
        (await Host.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    /// <summary>By structure, not by time: the sealer changes its own three tables, locks no row, and reads nothing while its transaction is open.</summary>
    [Fact]
    public async Task Seal_TouchesNoRowOfAWriter()
    {
        await Host.CreateAgencyAsync();
        var statements = StatementWatch.Begin();
        (await Host.SealOnceAsync()).ShouldNotBeNull().ShouldBeGreaterThan(0);

        var writes = statements.Where(text => !text.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) && !text.Contains("PRAGMA", StringComparison.Ordinal)).ToList();
        writes.ShouldNotBeEmpty();
        var tables = writes.SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, "(INTO|UPDATE|FROM) \"(?<table>\\w+)\"").Select(match => match.Groups["table"].Value)).Distinct();
        tables.ShouldBe(["AuditPending", "AuditSeals", "AuditSealMembers"], ignoreOrder: true);
        statements.ShouldAllBe(text => !text.Contains("FOR UPDATE", StringComparison.OrdinalIgnoreCase) && !text.Contains("LOCK TABLE", StringComparison.OrdinalIgnoreCase));
        statements.SkipWhile(text => !writes.Contains(text)).Where(text => text.Contains("AuditProcesses", StringComparison.Ordinal) || text.Contains("AuditChanges", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Seal_WhileEightWritersWrite_LosesNothing()
    {
        const int Writers = 8;
        const int Each = 12;
        var before = await Host.QueryAsync(db => db.Set<AuditProcess>().CountAsync());
        using var done = new CancellationTokenSource();
        var sealing = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await Host.SealOnceAsync();
                await Task.Yield();
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await Host.CreateAgencyAsync();
            }
        })));
        await done.CancelAsync();
        await sealing;
        await Host.SealAllAsync();

        var (verdict, faults) = await Host.VerifyAsync();
        faults.ShouldBeEmpty();
        verdict.Tail.ShouldBe(0);
        verdict.Records.ShouldBe(before + Writers * Each);
    }

    /// <summary>Two servers: locks of their own, one database, one keys folder.</summary>
    [Fact]
    public async Task Seal_TwoServersAtOnce_SealEachRecordOnce()
    {
        await Host.SealAllAsync();
        using var one = new SealLock(Host.Settings);
        using var other = new SealLock(Host.Settings);
        for (var round = 0; round < 8; round++)
        {
            await Host.CreateAgencyAsync();
            var counts = await Task.WhenAll(SealWithAsync(one), SealWithAsync(other));
            counts.Sum(count => count ?? 0).ShouldBe(1);
        }

        (await Host.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Seal_WhileAnotherSealerWorks_LeavesItTheWork()
    {
        await Host.CreateAgencyAsync();
        await Host.InScopeAsync(async services =>
        {
            await using var held = await services.GetRequiredService<SealLock>().TryTakeAsync(services.GetRequiredService<LoaDbContext>(), default);
            held.ShouldNotBeNull();
            (await Host.SealOnceAsync()).ShouldBeNull();
        });

        (await Host.SealOnceAsync()).ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Keys_AreReadableByTheirOwnerOnly()
    {
        await Host.CreateAgencyAsync();
        await Host.SealAllAsync();

        foreach (var file in (string[])["audit.key", "audit.head"])
        {
            var path = Path.Combine(Host.Settings.KeysFolder, file);
            File.Exists(path).ShouldBeTrue();
            if (!OperatingSystem.IsWindows())
            {
                (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBe(UnixFileMode.None);
            }
        }
    }

    private Task<int?> SealWithAsync(SealLock locks) => Task.Run(() => Host.InScopeAsync(services =>
        new AuditSealer(services.GetRequiredService<LoaDbContext>(), locks, Host.Settings, services.GetRequiredService<Calendar>()).SealNextAsync()));
}

public sealed class AuditSealsOnSqlite(SealSqliteHost host) : AuditSealTests(host), IClassFixture<SealSqliteHost>;

/// <summary>PostgreSQL lets transactions stay open beside each other; SQLite has one writer, so these cases cannot arise there.</summary>
public sealed class AuditSealsOnPostgres(SealPostgresHost host) : AuditSealTests(host), IClassFixture<SealPostgresHost>
{
    [Fact]
    public async Task Seal_ARecordThatCommitsLate_IsSealedInALaterBatch()
    {
        await Host.SealAllAsync();
        await Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Agency.Create(TestData.Unique("m"), "Muộn", "Muộn", AgencyKind.Department, AgencyLevel.Province, null));
            await db.SaveChangesAsync();
            await Host.CreateAgencyAsync();

            (await Host.SealOnceAsync()).ShouldBe(1, "only what has committed; the open transaction is not waited for");
            (await Host.VerifyAsync()).Faults.ShouldBeEmpty();
            await transaction.CommitAsync();
        });

        (await Host.SealOnceAsync()).ShouldBe(1);
        (await Host.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    /// <summary>The writer runs to its end while the sealer's transaction is held open: nothing it needs is locked.</summary>
    [Fact]
    public async Task Write_WhileTheSealersTransactionIsOpen_DoesNotWait()
    {
        await Host.CreateAgencyAsync();
        var wrote = false;
        CommitWatch.OnCommit(async () =>
        {
            await Host.CreateAgencyAsync();
            wrote = true;
        });

        (await Host.SealOnceAsync()).ShouldNotBeNull().ShouldBeGreaterThan(0);

        wrote.ShouldBeTrue();
        (await Host.SealOnceAsync()).ShouldBe(1);
        (await Host.VerifyAsync()).Faults.ShouldBeEmpty();
    }
}
