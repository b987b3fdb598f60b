namespace Loa.Platform.Files;

/// <summary>Keeps pictures, their timing and how often they run; comments, XMP and other additions go, and whatever lies behind the end.</summary>
internal static class GifStripper
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;

    public static bool Strip(ReadOnlySpan<byte> picture, Stream output)
    {
        if (picture.Length < 14)
            return false;
        var at = 13 + TableLength(picture[10]);
        if (at > picture.Length)
            return false;
        output.Write(picture[..at]);
        var hasPicture = false;
        while (at < picture.Length)
        {
            var start = at;
            switch (picture[at])
            {
                case Trailer:
                    output.WriteByte(Trailer);
                    return hasPicture;
                case Extension when at + 2 < picture.Length:
                    var kept = IsKept(picture[at..]);
                    at = BlocksEnd(picture, at + 2);
                    if (at < 0)
                        return hasPicture && End(output);
                    if (kept)
                        output.Write(picture[start..at]);
                    break;
                case Image when at + 10 < picture.Length:
                    at = BlocksEnd(picture, at + 11 + TableLength(picture[at + 9]));
                    if (at < 0)
                        return hasPicture && End(output);
                    output.Write(picture[start..at]);
                    hasPicture = true;
                    break;
                case 0:
                    at++;
                    break;
                default:
                    return hasPicture && End(output);
            }
        }

        return hasPicture && End(output);
    }

    /// <summary>A picture that breaks off is shown as far as it goes.</summary>
    private static bool End(Stream output)
    {
        output.WriteByte(Trailer);
        return true;
    }

    private static bool IsKept(ReadOnlySpan<byte> extension) => extension[1] switch
    {
        0xF9 or 0x01 => true,
        0xFF => extension.Length > 14 && (extension.Slice(3, 11).SequenceEqual("NETSCAPE2.0"u8) || extension.Slice(3, 11).SequenceEqual("ANIMEXTS1.0"u8)),
        _ => false,
    };

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>Behind the empty block that ends a row of blocks; -1 where it breaks off.</summary>
    private static int BlocksEnd(ReadOnlySpan<byte> picture, int at)
    {
        while (at < picture.Length)
        {
            if (picture[at] == 0)
                return at + 1;
            at += 1 + picture[at];
        }

        return -1;
    }
}
