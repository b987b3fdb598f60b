using System.Buffers.Binary;

namespace Loa.Platform.Files;

/// <summary>
/// Blanks in place what a film says beside the film (phones write where it was taken): the boxes become free space of the same length, so nothing else moves. Tracks of measurements
/// that some cameras add are left.
/// </summary>
internal static class MovieStripper
{
    private const int DepthMost = 3;
    private const int BoxesMost = 10_000;

    public static bool Knows(ContentKind kind) => kind is ContentKind.Mp4 or ContentKind.Mov or ContentKind.M4a;

    public static void Blank(Stream film)
    {
        var left = BoxesMost;
        Blank(film, 0, film.Length, 0, ref left);
        film.Position = 0;
    }

    private static void Blank(Stream film, long start, long end, int depth, ref int left)
    {
        Span<byte> head = stackalloc byte[16];
        for (var at = start; at + 8 <= end && left-- > 0;)
        {
            film.Position = at;
            var read = film.ReadAtLeast(head, 16, throwOnEndOfStream: false);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var headLength = 8;
            if (size == 1 && read == 16)
                (size, headLength) = ((long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64BigEndian(head[8..])), 16);
            if (size == 0)
                size = end - at;
            if (size < headLength || size > end - at)
                return;
            var name = head[4..8];
            if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || name.SequenceEqual("uuid"u8))
                Free(film, at, headLength, size);
            else if (depth < DepthMost && (name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8)))
                Blank(film, at + headLength, at + size, depth + 1, ref left);
            at += size;
        }
    }

    private static void Free(Stream film, long at, int headLength, long size)
    {
        film.Position = at + 4;
        film.Write("free"u8);
        film.Position = at + headLength;
        var nothing = new byte[(int)Math.Min(64 << 10, Math.Max(1, size - headLength))];
        for (var rest = size - headLength; rest > 0; rest -= nothing.Length)
            film.Write(nothing, 0, (int)Math.Min(rest, nothing.Length));
    }
}
