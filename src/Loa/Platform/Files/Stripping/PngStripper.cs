using System.Buffers.Binary;

namespace Loa.Platform.Files;

/// <summary>Keeps the chunks that draw the picture; texts, times, Exif, unknown chunks and whatever lies behind the end go.</summary>
internal static class PngStripper
{
    private const int SignatureLength = 8;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT", "cICP", "mDCV", "cLLI",
    };

    public static bool Strip(ReadOnlySpan<byte> picture, Stream output)
    {
        if (picture.Length < SignatureLength)
            return false;
        output.Write(picture[..SignatureLength]);
        for (var at = SignatureLength; at + 12 <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture[at..]);
            if (length > picture.Length - at - 12)
                return false;
            var chunk = picture.Slice(at, 12 + (int)length);
            var name = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (Kept.Contains(name))
                output.Write(chunk);
            else if (name == "eXIf" && ExifTurn.Read(chunk[8..^4]) is > ExifTurn.Upright and var turn)
                WriteTurn(turn, output);
            if (name == "IEND")
                return true;
            at += chunk.Length;
        }

        return false;
    }

    private static void WriteTurn(int turn, Stream output)
    {
        byte[] chunk = [0, 0, 0, 0, .. "eXIf"u8, .. ExifTurn.Write(turn), 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)chunk.Length - 12);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, chunk.Length - 8)));
        output.Write(chunk);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
