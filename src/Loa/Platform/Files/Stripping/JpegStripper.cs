using System.Buffers.Binary;

namespace Loa.Platform.Files;

/// <summary>
/// Keeps the segments that decoding needs, the colour profile and how to turn the picture. Exif, XMP, notes of the camera and of editors, comments, and whatever lies behind the end
/// (second pictures, trailers of phones) go.
/// </summary>
internal static class JpegStripper
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Comment = 0xFE;

    public static bool Strip(ReadOnlySpan<byte> picture, Stream output)
    {
        if (picture.Length < 4 || picture[0] != 0xFF || picture[1] != 0xD8)
            return false;
        output.Write(picture[..2]);
        var at = 2;
        var turned = false;
        while (true)
        {
            if (at + 2 > picture.Length || picture[at] != 0xFF)
                return false;
            var marker = picture[at + 1];
            if (marker == 0xFF)
            {
                at++;
            }
            else if (marker == EndOfImage)
            {
                output.Write(picture.Slice(at, 2));
                return true;
            }
            else if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                output.Write(picture.Slice(at, 2));
                at += 2;
            }
            else
            {
                if (at + 4 > picture.Length)
                    return false;
                var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
                if (length < 4 || at + length > picture.Length)
                    return false;
                var segment = picture.Slice(at, length);
                at += length;
                if (IsKept(marker, segment[4..]))
                    output.Write(segment);
                else
                    turned = turned || WriteTurn(marker, segment[4..], output);
                if (marker == StartOfScan)
                {
                    var scan = ScanLength(picture[at..]);
                    output.Write(picture.Slice(at, scan));
                    at += scan;
                    // A picture that breaks off in the middle is shown as far as it goes.
                    if (at >= picture.Length)
                    {
                        output.Write([0xFF, EndOfImage]);
                        return true;
                    }
                }
            }
        }
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8) && content is [_, _, _, _, _, _, _, _, _, _, _, _, 0, 0, ..] && content.Length == 14,
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        // Says how the colours are meant.
        0xEE => content.StartsWith("Adobe"u8) && content.Length == 12,
        >= 0xE1 and <= 0xEF or Comment => false,
        _ => true,
    };

    private static bool WriteTurn(byte marker, ReadOnlySpan<byte> content, Stream output)
    {
        if (marker != 0xE1 || !content.StartsWith("Exif\0\0"u8) || ExifTurn.Read(content[6..]) is var turn && turn == ExifTurn.Upright)
            return false;
        byte[] block = [.. "Exif\0\0"u8, .. ExifTurn.Write(turn)];
        output.Write([0xFF, 0xE1, 0, (byte)(block.Length + 2)]);
        output.Write(block);
        return true;
    }

    /// <summary>Coded pixels run until a marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ;)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= rest.Length)
                return rest.Length;
            at += next;
            if (rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }
    }
}
