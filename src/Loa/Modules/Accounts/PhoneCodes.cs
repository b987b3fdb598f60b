using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loa.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>
/// The six digits of the app on the phone (RFC 6238), each good for one use: whoever looks over a shoulder or listens cannot repeat it.
/// In the place of Identity's own provider, which takes a code again as long as it is valid.
/// </summary>
internal sealed class PhoneCodes(LoaDbContext db, TimeProvider time) : IUserTwoFactorTokenProvider<User>
{
    private const int SecondsPerStep = 30;

    /// <summary>A clock may be one step off, as the standard recommends.</summary>
    private const int Tolerance = 1;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } text)
        {
            return false;
        }

        var key = Decode(text);
        var given = Encoding.UTF8.GetBytes(token);
        var now = time.GetUtcNow().ToUnixTimeSeconds() / SecondsPerStep;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeOf(key, step))))
            {
                return await TakeAsync(user.Id, step);
            }
        }

        return false;
    }

    /// <summary>One statement judges and remembers: of two requests with the same code only one gets through.</summary>
    private async Task<bool> TakeAsync(Guid userId, long step) =>
        await db.Set<User>().Where(user => user.Id == userId && (user.LastCodeStep == null || user.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastCodeStep, step)) == 1;

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's own algorithm, and the one the apps know.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Base32, as Identity writes the key.</summary>
    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text.TrimEnd('='))
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
