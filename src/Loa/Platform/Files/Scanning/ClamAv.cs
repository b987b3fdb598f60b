using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Loa.Platform.Files;

/// <summary>Where clamd listens: <c>unix:/run/clamav/clamd.ctl</c> or <c>host:3310</c>.</summary>
internal sealed record ClamAvSettings(string? Socket, string? Host, int Port)
{
    public static ClamAvSettings? From(string? text)
    {
        if (text is null)
            return null;
        if (text.StartsWith("unix:/", StringComparison.Ordinal))
            return new ClamAvSettings(text["unix:".Length..], null, 0);
        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text[(colon + 1)..], out var port) && port is > 0 and < 65536
            ? new ClamAvSettings(null, text[..colon].Trim('[', ']'), port)
            : throw new SettingsException("LOA_CLAMAV must be unix:/path/to/clamd.ctl or host:port.");
    }
}

/// <summary>What the scanner said.</summary>
/// <param name="Threat">Its name for what it found; null for nothing.</param>
/// <param name="Refused">It did not look at it, and would not the next time either: too large for its settings.</param>
internal sealed record ScanAnswer(string? Threat, bool Refused = false);

internal interface IVirusScanner
{
    /// <exception cref="IOException">It is away, or broke off: another time it may answer.</exception>
    Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken);
}

/// <summary>Speaks clamd's INSTREAM: the content in pieces, each after its length, a length of nothing at the end.</summary>
internal sealed class ClamAv(ClamAvSettings settings) : IVirusScanner
{
    private const int Piece = 64 << 10;
    private const int AnswerMost = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(timeout.Token);
            await using var line = new NetworkStream(socket);
            var sent = SendAsync(line, content, timeout.Token);
            var answer = await ReadAsync(line, timeout.Token);
            // Of what is too large clamd wants no more; how the sending ended says nothing then.
            await sent.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return Understand(answer);
        }
        catch (SocketException problem)
        {
            throw new IOException("The scanner does not answer.", problem);
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The scanner took too long.", problem);
        }
    }

    internal static ScanAnswer Understand(string answer)
    {
        const string before = "stream: ";
        const string found = " FOUND";
        if (answer == "stream: OK")
            return new ScanAnswer(null);
        if (answer.StartsWith(before, StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal))
            return new ScanAnswer(answer[before.Length..^found.Length]);
        return answer.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) ? new ScanAnswer(null, Refused: true) : throw new IOException($"The scanner said '{answer}'.");
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = settings.Socket is null ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (settings.Socket is { } path)
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            else
                await socket.ConnectAsync(settings.Host!, settings.Port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task SendAsync(NetworkStream line, Stream content, CancellationToken cancellationToken)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var buffer = new byte[4 + Piece];
        int read;
        while ((read = await content.ReadAsync(buffer.AsMemory(4), cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await line.WriteAsync(buffer.AsMemory(0, 4 + read), cancellationToken);
        }

        await line.WriteAsync(new byte[4], cancellationToken);
    }

    private static async Task<string> ReadAsync(NetworkStream line, CancellationToken cancellationToken)
    {
        var answer = new MemoryStream();
        var buffer = new byte[512];
        int read;
        while ((read = await line.ReadAsync(buffer, cancellationToken)) > 0 && answer.Length < AnswerMost)
        {
            answer.Write(buffer, 0, read);
            if (buffer.AsSpan(0, read).Contains((byte)0))
                break;
        }

        return answer.Length == 0 ? throw new IOException("The scanner broke off.") : Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\0', '\n', '\r');
    }
}
