using System.Net;
using System.Net.Sockets;
using Loa.Data;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>The signed-in browsers of a person: opened at sign-in, seen once a minute, ended one by one or all at once.</summary>
internal sealed class UserSessions(LoaDbContext db, Calendar calendar)
{
    /// <summary>The cookie is gone by then.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(2);

    public async Task<Guid> OpenAsync(Guid userId, HttpContext http)
    {
        var (browser, device) = DeviceWords.Of(http.Request.Headers.UserAgent);
        var now = Minute();
        var session = new UserSession
        {
            UserSessionId = Guid.CreateVersion7(),
            UserId = userId,
            Browser = browser,
            Device = device,
            Address = Shorten(http.Connection.RemoteIpAddress),
            FirstSeenAt = now,
            LastSeenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync();
        await db.Set<UserSession>().Where(old => old.LastSeenAt < now - Forgotten).ExecuteDeleteAsync();
        return session.UserSessionId;
    }

    /// <summary>False when the session was ended from elsewhere.</summary>
    public async Task<bool> SeeAsync(Guid sessionId, Guid userId)
    {
        var now = Minute();
        return await db.Set<UserSession>().Where(session => session.UserSessionId == sessionId && session.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now)) == 1;
    }

    /// <summary>Ends one session; its browser notices within a minute, when its cookie is next compared.</summary>
    public async Task<bool> EndAsync(Guid sessionId, Guid userId) =>
        await db.Set<UserSession>().Where(session => session.UserSessionId == sessionId && session.UserId == userId).ExecuteDeleteAsync() == 1;

    public Task<int> EndAllAsync(Guid userId, Guid? except = null) =>
        db.Set<UserSession>().Where(session => session.UserId == userId && session.UserSessionId != except).ExecuteDeleteAsync();

    /// <summary>The network is enough to recognise a place; the whole address would follow a person.</summary>
    internal static string? Shorten(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain switch
        {
            null => null,
            _ when IPAddress.IsLoopback(plain) => "localhost",
            { AddressFamily: AddressFamily.InterNetwork } => string.Join('.', plain.GetAddressBytes().Take(3)) + ".x",
            _ => string.Join(':', plain.GetAddressBytes().Take(6).Chunk(2).Select(pair => $"{(pair[0] << 8) | pair[1]:x}")) + "::x",
        };
    }

    private DateTime Minute()
    {
        var now = calendar.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }
}
