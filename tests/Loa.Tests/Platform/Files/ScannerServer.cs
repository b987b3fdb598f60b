using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Loa.Tests.Platform.Files;

/// <summary>Speaks as clamd does: finds what holds <see cref="Threat"/>, wants no more than <see cref="LargestBytes"/>, answers nothing while it is <see cref="IsAway"/>.</summary>
internal sealed class ScannerServer : IDisposable
{
    public const string Threat = "ma-doc-thu-nghiem";
    private readonly TcpListener tcp = new(IPAddress.Loopback, 0);

    public ScannerServer()
    {
        tcp.Start();
        _ = Task.Run(async () =>
        {
            while (true)
                _ = ServeAsync(await tcp.AcceptSocketAsync());
        });
    }

    public int Port => ((IPEndPoint)tcp.LocalEndpoint).Port;

    public bool IsAway { get; set; }

    public int LargestBytes { get; set; } = 1 << 20;

    public void Dispose() => tcp.Dispose();

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            if (IsAway)
                return;
            await using var line = new NetworkStream(socket);
            var command = new byte[10];
            await line.ReadExactlyAsync(command);
            var content = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await line.ReadExactlyAsync(length);
                if (BinaryPrimitives.ReadInt32BigEndian(length) is var next && next == 0)
                    break;
                var piece = new byte[next];
                await line.ReadExactlyAsync(piece);
                content.Write(piece);
                if (content.Length > LargestBytes)
                {
                    await line.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray());
                    return;
                }
            }

            var said = Encoding.ASCII.GetString(command) != "zINSTREAM\0" ? "UNKNOWN COMMAND\0" : Encoding.UTF8.GetString(content.ToArray()).Contains(Threat, StringComparison.Ordinal) ? "stream: Test.Signature-1 FOUND\0" : "stream: OK\0";
            await line.WriteAsync(Encoding.ASCII.GetBytes(said));
        }
    }
}
