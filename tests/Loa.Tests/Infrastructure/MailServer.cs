using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Loa.Tests.House;

namespace Loa.Tests.Infrastructure;

/// <summary>A mail as the server took it, read by a reader that is not ours.</summary>
internal sealed record ReceivedMail(string[] Recipients, string From, string To, string Subject, string Text, string? Html, string MessageId, Dictionary<string, string> Headers);

/// <summary>A real mail server (<c>tests/smtp/server.mjs</c>) in a process of its own; the recipient's address tells it how to behave.</summary>
internal sealed class MailServer : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<MailServer> One = new(() => new MailServer());
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly Process process;

    public MailServer(int port = 0, string? user = null, string? password = null)
    {
        var start = new ProcessStartInfo("node", ["server.mjs", $"{port}", .. user is null ? Array.Empty<string>() : [user, password!]])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "smtp"),
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        process = Process.Start(start)!;
        var first = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start; is tests/smtp restored?");
        Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        new Thread(Listen) { IsBackground = true }.Start(process.StandardOutput);
    }

    /// <summary>For every suite that only sends; it ends with the test process, whose end it sees.</summary>
    public static MailServer Shared => One.Value;

    public int Port { get; }

    public IReadOnlyList<ReceivedMail> To(string address) => [.. received.Where(mail => mail.Recipients.Contains(address))];

    private void Listen(object? output)
    {
        while (((StreamReader)output!).ReadLine() is { } line)
        {
            received.Enqueue(JsonSerializer.Deserialize<ReceivedMail>(line, Json)!);
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
    }
}
