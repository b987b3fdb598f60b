using System.Net;
using System.Net.Sockets;

namespace Loa.Platform.Web;

/// <summary>
/// The way to addresses that people type: a name is resolved here, and only an address of the public internet is connected to, the very one that was looked at. Each connection comes
/// through here, so a redirect or a name that changes its address in between leads to nothing else.
/// </summary>
internal class PublicNetwork
{
    private static readonly IPNetwork[] NotPublic = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Within what IPv6 gives the public: transition ways that carry an IPv4 address, documentation, special purposes.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork PublicSix = IPNetwork.Parse("2000::/3");

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || PublicSix.Contains(plain)) && !Array.Exists(NotPublic, network => network.Contains(plain));
    }

    /// <exception cref="NotPublicException">The name leads to no public address.</exception>
    public async ValueTask<Stream> OpenAsync(DnsEndPoint to, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(to.Host.Trim('[', ']'), out var literal) ? [literal] : await ResolveAsync(to.Host, cancellationToken);
        // One private address among them is reason enough: whoever owns the name plays with it.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, IsPublic))
            throw new NotPublicException(to.Host);
        SocketException? last = null;
        foreach (var address in addresses.Take(4))
        {
            try
            {
                return await ConnectAsync(address, to.Port, cancellationToken);
            }
            catch (SocketException problem)
            {
                last = problem;
            }
        }

        throw last!;
    }

    protected virtual Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);

    protected virtual async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Not an address of the public internet; nothing was sent there.</summary>
internal sealed class NotPublicException(string host) : Exception($"'{host}' is not on the public internet.");
