using System.Diagnostics;
using System.Text.Json;
using Loa.Platform.Security;
using Loa.Tests.House;

namespace Loa.Tests.Infrastructure;

/// <summary>A real OpenID provider (<c>tests/oidc/server.mjs</c>) in a process of its own; the address a person types tells it how to behave.</summary>
internal sealed class IdentityProvider : IDisposable
{
    public const string Name = "Cổng Thanh Giang";
    private const string ClientSecret = "only-for-tests";
    private static readonly Lazy<IdentityProvider> One = new(() => new IdentityProvider("http://localhost"));
    private readonly Process process;

    /// <param name="loa">Address of the Loa it sends people back to.</param>
    public IdentityProvider(string loa)
    {
        var start = new ProcessStartInfo("node", ["server.mjs", loa + Loa.Modules.Accounts.AccountLinks.SingleSignOnCallback, ClientSecret])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "oidc"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        process = Process.Start(start)!;
        process.BeginErrorReadLine(); // It warns about its own memory; nobody reads it, but the pipe must not fill.
        var first = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The identity provider did not start; is tests/oidc restored?");
        Settings = new OidcSettings(new Uri(JsonDocument.Parse(first).RootElement.GetProperty("issuer").GetString()!), "loa", ClientSecret, Name);
    }

    /// <summary>For every suite that only signs in; it ends with the test process, whose end it sees.</summary>
    public static IdentityProvider Shared => One.Value;

    public OidcSettings Settings { get; }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
