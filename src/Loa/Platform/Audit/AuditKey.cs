using System.Globalization;
using System.Security.Cryptography;
using Loa.Platform.Files;

namespace Loa.Platform.Audit;

/// <summary>The log cannot be sealed further without someone looking at it; the message says what was found and what to do.</summary>
internal sealed class AuditChainException(string message) : Exception(message);

/// <summary>The key that signs seals: <c>keys/audit.key</c> in the data folder, out of the reach of whoever can only write to the database.</summary>
internal sealed class AuditKey(byte[] secret)
{
    private const string FileName = "audit.key";

    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(secret))[..AuditSeal.KeyIdLength];

    public byte[] Sign(byte[] hash) => HMACSHA256.HashData(secret, hash);

    public bool Verify(byte[] hash, byte[] signature) => CryptographicOperations.FixedTimeEquals(Sign(hash), signature);

    public static AuditKey? Find(LoaSettings settings)
    {
        var path = Path.Combine(settings.KeysFolder, FileName);
        return File.Exists(path) ? new AuditKey(Convert.FromHexString(File.ReadAllText(path).Trim())) : null;
    }

    /// <summary>Makes the key of a new installation. Whoever is second finds the first one's.</summary>
    public static AuditKey Create(LoaSettings settings)
    {
        PrivateFile.Write(settings.KeysFolder, FileName, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), overwrite: false);
        return Find(settings)!;
    }
}

/// <summary>
/// The newest seal, noted outside the database in <c>keys/audit.head</c>: a chain says nothing of the links cut off at its end, this does.
/// </summary>
internal sealed record AuditHead(long Number, string Hash)
{
    private const string FileName = "audit.head";

    public static AuditHead? Read(LoaSettings settings)
    {
        var path = Path.Combine(settings.KeysFolder, FileName);
        return File.Exists(path) && File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries) is [var number, var hash]
            ? new AuditHead(long.Parse(number, CultureInfo.InvariantCulture), hash)
            : null;
    }

    public static void Write(LoaSettings settings, AuditSeal seal) =>
        PrivateFile.Write(settings.KeysFolder, FileName, string.Create(CultureInfo.InvariantCulture, $"{seal.AuditSealId} {Convert.ToHexStringLower(seal.Hash)}\n"), overwrite: true);

    public bool Fits(AuditSeal? seal) => seal is not null && seal.AuditSealId == Number && Convert.ToHexStringLower(seal.Hash) == Hash;
}
