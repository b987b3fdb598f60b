using System.Net;
using System.Net.Sockets;
using Loa.Platform.Web;

namespace Loa.Tests.Platform.Web;

/// <summary>The real guard with an invented internet: names lead where the test says, and what is let through ends at the test's own server.</summary>
internal sealed class TestNetwork(int port) : PublicNetwork
{
    public const string PublicAddress = "93.184.216.34";

    public Dictionary<string, string> Names { get; } = new(StringComparer.OrdinalIgnoreCase) { ["bao.example.vn"] = PublicAddress };

    public List<IPAddress> Reached { get; } = [];

    protected override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Names.TryGetValue(host, out var addresses) ? Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray()) : throw new SocketException((int)SocketError.HostNotFound);

    protected override Task<Stream> ConnectAsync(IPAddress address, int _, CancellationToken cancellationToken)
    {
        Reached.Add(address);
        return base.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
    }
}
