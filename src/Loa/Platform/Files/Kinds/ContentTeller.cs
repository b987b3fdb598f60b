using System.Text;

namespace Loa.Platform.Files;

/// <summary>Tells what a file is from its bytes, whatever it is called. What is on no list is nothing: null.</summary>
internal static class ContentTeller
{
    private const int HeadLength = 4096;

    /// <summary>Reads from the first byte and leaves the stream there.</summary>
    public static ContentKind? Tell(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[HeadLength];
        var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
        var kind = TellHead(head) ?? TellInside(head, content);
        content.Position = 0;
        return kind;
    }

    private static ContentKind? TellHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ContentKind.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return ContentKind.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return ContentKind.Gif;
        if (head.StartsWith("%PDF-"u8))
            return ContentKind.Pdf;
        if (head.StartsWith("OggS"u8))
            return ContentKind.Ogg;
        if (head.StartsWith("RIFF"u8) && head.Length >= 12)
            return head[8..12].SequenceEqual("WEBP"u8) ? ContentKind.Webp : head[8..12].SequenceEqual("WAVE"u8) ? ContentKind.Wav : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return IsWebm(head) ? ContentKind.Webm : null;
        return head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? Brand(head[8..12]) : null;
    }

    private static ContentKind? TellInside(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.StartsWith("PK"u8))
            return OfficeZip.Tell(content);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return OldOffice.Tell(content);
        if (Mp3Frames.Begin(head))
            return ContentKind.Mp3;
        return PlainText.Is(content) ? ContentKind.Text : null;
    }

    private static ContentKind? Brand(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "M4A " or "M4B " => ContentKind.M4a,
        "qt  " => ContentKind.Mov,
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => ContentKind.Heic,
        "isom" or "iso2" or "iso3" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "MSNV" or "dash" or "3gp4" or "3gp5" or "3gp6" => ContentKind.Mp4,
        _ => null,
    };

    /// <summary>The document type of the EBML head: "webm", not "matroska".</summary>
    private static bool IsWebm(ReadOnlySpan<byte> head)
    {
        var place = head.IndexOf((ReadOnlySpan<byte>)[0x42, 0x82]);
        return place is > 0 and < 64 && head.Length > place + 7 && head[place + 2] == 0x84 && head.Slice(place + 3, 4).SequenceEqual("webm"u8);
    }
}
