using Loa.Data;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

/// <summary>What someone with full rights on the database might do to the log; every attempt is undone after it was looked at.</summary>
internal sealed class Tampering(LoaHost host)
{
    private static readonly Type[] Tables = [typeof(AuditProcess), typeof(AuditChange), typeof(AuditSeal), typeof(AuditSealMember)];

    /// <summary>Carries out the statements, verifies, and rolls back.</summary>
    public Task<List<AuditFault>> FaultsAsync(params string[] statements) => TryAsync(async services => (await SealHosts.VerifyAsync(services)).Faults, statements);

    public Task<T> TryAsync<T>(Func<IServiceProvider, Task<T>> look, params string[] statements) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        await db.Database.OpenConnectionAsync();
        if (!host.UsesPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var statement in FreeTables().Concat(statements))
        {
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        var seen = await look(services);
        await transaction.RollbackAsync();
        return seen;
    });

    /// <summary>One statement for every column the log has, from the model, so that a new column cannot be forgotten.</summary>
    public async Task<List<(string Column, string Statement)>> EveryColumnAsync(int batch, int position)
    {
        var model = await host.QueryAsync(db => Task.FromResult(db.Model));
        return [.. Tables.SelectMany(type => model.FindEntityType(type)!.GetProperties().Select(property => ($"{type.Name}.{property.Name}", Change(type, property, batch, position))))];
    }

    public static string MemberOf(int batch, int position) => $"""(SELECT "AuditProcessId" FROM "AuditSealMembers" WHERE "AuditSealId" = {batch} AND "Position" = {position})""";

    public static string NewId() => $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'";

    public string Bytes(byte value) => host.UsesPostgres ? $@"'\x{string.Concat(Enumerable.Repeat($"{value:x2}", 32))}'" : $"x'{string.Concat(Enumerable.Repeat($"{value:x2}", 32))}'";

    private string Change(Type type, IProperty property, int batch, int position)
    {
        var column = property.GetColumnName();
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var value = clr == typeof(string) ? "'tampered'"
            : clr == typeof(Guid) ? NewId()
            : clr == typeof(DateTime) ? "'2001-02-03 04:05:06'"
            : clr == typeof(byte[]) ? Bytes(0xab)
            : $"\"{column}\" + 1000";
        var table = type == typeof(AuditSeal) ? "AuditSeals" : type == typeof(AuditSealMember) ? "AuditSealMembers" : type == typeof(AuditProcess) ? "AuditProcesses" : "AuditChanges";
        var row = type == typeof(AuditSeal) ? $"\"AuditSealId\" = {batch}"
            : type == typeof(AuditSealMember) ? $"\"AuditSealId\" = {batch} AND \"Position\" = {position}"
            : type == typeof(AuditProcess) ? $"\"AuditProcessId\" = {MemberOf(batch, position)}"
            : $"""
              "AuditChangeId" = (SELECT min("AuditChangeId") FROM "AuditChanges" WHERE "AuditProcessId" = {MemberOf(batch, position)})
              """;
        return $"UPDATE \"{table}\" SET \"{column}\" = {value} WHERE {row}";
    }

    /// <summary>The owner of a database can drop what keeps references whole.</summary>
    private string[] FreeTables() => !host.UsesPostgres ? [] :
    [
        """ALTER TABLE "AuditChanges" DROP CONSTRAINT "FK_AuditChanges_AuditProcesses_AuditProcessId" """,
        """ALTER TABLE "AuditPending" DROP CONSTRAINT "FK_AuditPending_AuditProcesses_AuditProcessId" """,
        """ALTER TABLE "AuditSealMembers" DROP CONSTRAINT "FK_AuditSealMembers_AuditSeals_AuditSealId" """,
    ];
}
