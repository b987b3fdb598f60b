using System.Net;
using System.Security.Cryptography;
using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>
/// Until there is an account, whoever starts the server creates the administrator, and nobody else: from the machine itself,
/// or with a code that stands in the server's log.
/// </summary>
internal sealed class SetupGate(IServiceScopeFactory scopes)
{
    /// <summary>Without 0/O and 1/I/L, because it is read from a screen and typed.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private volatile bool done;

    public string Code { get; } = RandomNumberGenerator.GetString(Letters, 10);

    /// <summary>One creation at a time: two browsers must not both become the first administrator.</summary>
    public SemaphoreSlim OneAtATime { get; } = new(1, 1);

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken = default)
    {
        if (done)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        done = await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<User>().AnyAsync(cancellationToken);
        return !done;
    }

    public bool IsRightCode(string? code) => code is not null && CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), System.Text.Encoding.UTF8.GetBytes(Code));

    /// <summary>
    /// From this machine, asked for by a name of this machine (a foreign name that was made to point here does not count),
    /// and not passed on by a proxy.
    /// </summary>
    public static bool IsFromThisMachine(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named)))
            && !context.Request.Headers.Keys.Any(IsProxyHeader);
    }

    private static bool IsProxyHeader(string name) =>
        name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || name.Equals("Via", StringComparison.OrdinalIgnoreCase) || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase);
}

internal static partial class FirstRunGate
{
    /// <summary>While there is no account, every page leads to the one that creates the administrator.</summary>
    public static void UseFirstRun(this WebApplication app) => app.Use(async (context, next) =>
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()?.ViewEnginePath;
        var isHome = context.Request.Path == "/";
        var leads = isHome || (page is not null && page is not "/Accounts/FirstRun/FirstRun" and not "/Accounts/Language/Language"
            && !page.StartsWith("/Errors/", StringComparison.Ordinal));
        if (leads && await context.RequestServices.GetRequiredService<SetupGate>().IsOpenAsync(context.RequestAborted))
        {
            context.Response.Redirect(AccountLinks.FirstRun);
            return;
        }

        await next(context);
    });

    public static async Task AnnounceAsync(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<SetupGate>();
        if (await gate.IsOpenAsync())
        {
            LogSetupCode(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Loa.FirstRun"), AccountLinks.FirstRun, gate.Code);
        }
    }

    [LoggerMessage(300, LogLevel.Warning, "No account exists yet. Open {Path} on this machine; from another machine the set-up code is {Code}")]
    private static partial void LogSetupCode(ILogger logger, string path, string code);
}
