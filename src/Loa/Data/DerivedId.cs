using System.Security.Cryptography;

namespace Loa.Data;

/// <summary>An id that follows from what a row is of, where pressing twice, or two people at once, must mean the same row.</summary>
internal static class DerivedId
{
    public static Guid Of(Guid whole, int part)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(bytes, part);
        return Of(whole, bytes);
    }

    public static Guid Of(Guid whole, ReadOnlySpan<byte> part) => new(SHA256.HashData([.. whole.ToByteArray(), .. part]).AsSpan(0, 16));
}
