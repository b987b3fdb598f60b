using System.Collections.Concurrent;
using System.Data.Common;
using Loa.Platform.Audit;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Audit;

/// <summary>The province without its background sealer: the tests say when a batch is sealed, and see what the sealer asks of the database.</summary>
public sealed class SealSqliteHost : SqliteHost
{
    private protected override void Configure(WebApplicationBuilder builder) => SealHosts.Configure(builder);
}

public sealed class SealPostgresHost : PostgresHost
{
    private protected override void Configure(WebApplicationBuilder builder) => SealHosts.Configure(builder);
}

internal static class SealHosts
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(AuditSealService)));
        builder.Services.AddSingleton<IInterceptor>(new StatementWatch());
        builder.Services.AddSingleton<IInterceptor>(new CommitWatch());
    }

    public static Task<int?> SealOnceAsync(this LoaHost host) => host.InScopeAsync(services => services.GetRequiredService<AuditSealer>().SealNextAsync());

    public static async Task<int> SealAllAsync(this LoaHost host)
    {
        var total = 0;
        while (await host.SealOnceAsync() is > 0 and var count)
        {
            total += count;
        }

        return total;
    }

    public static Task<(AuditVerdict Verdict, List<AuditFault> Faults)> VerifyAsync(this LoaHost host) => host.InScopeAsync(VerifyAsync);

    public static async Task<(AuditVerdict Verdict, List<AuditFault> Faults)> VerifyAsync(IServiceProvider services)
    {
        var faults = new List<AuditFault>();
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(faults.Add);
        verdict.Faults.ShouldBe(faults.Count);
        return (verdict, faults);
    }
}

/// <summary>The statements of whoever asked to be watched, and of nobody else.</summary>
internal sealed class StatementWatch : DbCommandInterceptor
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Watched = new();

    public static ConcurrentQueue<string> Begin() => Watched.Value = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Watched.Value?.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Watched.Value?.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}

/// <summary>Something to do after all was written and before it is committed.</summary>
internal sealed class CommitWatch : DbTransactionInterceptor
{
    private static readonly AsyncLocal<Func<Task>?> Before = new();

    public static void OnCommit(Func<Task> act) => Before.Value = act;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (Before.Value is { } act)
        {
            Before.Value = null;
            await act();
        }

        return result;
    }
}
