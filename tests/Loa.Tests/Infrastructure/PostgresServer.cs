using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Loa.Tests.Infrastructure;

/// <summary>
/// The PostgreSQL the tests use: the one <c>LOA_TEST_POSTGRES</c> names, or a cluster of our own in a temporary folder, on a free port,
/// without durability, stopped when the test process ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    public static Task<string> ConnectionStringAsync() => Server.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("LOA_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Where(Directory.Exists).Order().LastOrDefault()
            : null;
        if (programs is null)
        {
            throw new InvalidOperationException("PostgreSQL is missing: install the package postgresql (script/setup test does), or name a server in LOA_TEST_POSTGRES.");
        }

        var folder = Directory.CreateTempSubdirectory("loa-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", folder); // initdb refuses to run as root.
        }

        var port = FreePort();
        await RunAsPostgresAsync(Path.Combine(programs, "initdb"), "-D", data, "-U", "loa", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        await RunAsPostgresAsync(Path.Combine(programs, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "start", "-o",
            $"-p {port} -k {folder} -h 127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsPostgresAsync(Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop").GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=loa;Database=postgres";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsPostgresAsync(string program, params string[] arguments) =>
        Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // pg_ctl leaves the server with our pipes: its output goes to a log, so nothing is redirected here.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
