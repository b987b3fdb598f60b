using System.Buffers.Binary;
using System.Text;
using Loa.Platform.Files;
using SkiaSharp;

namespace Loa.Tests.Platform.Files;

/// <summary>Real pictures with everything a phone or an editor writes beside the pixels; each such place holds <see cref="Place"/>.</summary>
internal static class SamplePictures
{
    /// <summary>Where the picture was taken; nothing that is kept may hold it.</summary>
    public const string Place = "21.0285N-105.8542E";

    private static readonly byte[] TinyGif = Convert.FromBase64String("R0lGODlhAQABAPAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");

    public static byte[] Draw(ContentKind kind, Random random, int turn = 1) => kind switch
    {
        ContentKind.Jpeg => Jpeg(Encode(SKEncodedImageFormat.Jpeg, random), turn),
        ContentKind.Png => Png(Encode(SKEncodedImageFormat.Png, random), turn),
        ContentKind.Webp => Webp(Encode(SKEncodedImageFormat.Webp, random), turn),
        ContentKind.Gif => Gif(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static byte[] Pixels(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture)).ShouldNotBeNull();
        using var bitmap = SKBitmap.Decode(codec).ShouldNotBeNull();
        return bitmap.Bytes;
    }

    public static int Turn(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture)).ShouldNotBeNull();
        return (int)codec.EncodedOrigin;
    }

    private static byte[] Encode(SKEncodedImageFormat format, Random random)
    {
        using var bitmap = new SKBitmap(random.Next(8, 70), random.Next(8, 70));
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 5), (byte)(y * 3), (byte)random.Next(256)));
        }

        using var data = bitmap.Encode(format, 85);
        return data.ToArray();
    }

    private static byte[] Exif(int turn) => [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)turn, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)];

    private static byte[] Jpeg(byte[] bare, int turn)
    {
        var mark = Encoding.ASCII.GetBytes(Place);
        var output = new MemoryStream();
        output.Write(bare.AsSpan(0, 2));
        Segment(output, 0xE1, [.. "Exif\0\0"u8, .. Exif(turn)]);
        Segment(output, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. mark]);
        Segment(output, 0xED, [.. "Photoshop 3.0\0"u8, .. mark]);
        Segment(output, 0xE2, [.. "MPF\0"u8, .. mark]);
        Segment(output, 0xFE, mark);
        output.Write(bare.AsSpan(2));
        // A trailer as phones add it behind the end.
        output.Write(mark);
        return output.ToArray();
    }

    private static void Segment(MemoryStream output, byte marker, byte[] content)
    {
        output.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        output.Write(content);
    }

    private static byte[] Png(byte[] bare, int turn)
    {
        var output = new MemoryStream();
        output.Write(bare.AsSpan(0, 33));
        foreach (var name in (string[])["tEXt", "iTXt", "zTXt", "tIME", "gpSx"])
            Chunk(output, name, Encoding.ASCII.GetBytes(Place));
        Chunk(output, "eXIf", Exif(turn));
        output.Write(bare.AsSpan(33));
        output.Write(Encoding.ASCII.GetBytes(Place));
        return output.ToArray();
    }

    private static void Chunk(MemoryStream output, string name, byte[] content)
    {
        byte[] bytes = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(bytes, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(bytes.Length - 4), Crc(bytes.AsSpan(4, bytes.Length - 8)));
        output.Write(bytes);
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

    private static byte[] Webp(byte[] bare, int turn)
    {
        using var bitmap = SKBitmap.Decode(bare);
        var body = new MemoryStream();
        Riff(body, "VP8X", [0x0C, 0, 0, 0, (byte)(bitmap.Width - 1), 0, 0, (byte)(bitmap.Height - 1), 0, 0]);
        body.Write(bare.AsSpan(bare.AsSpan(12, 4).SequenceEqual("VP8X"u8) ? 30 : 12));
        Riff(body, "EXIF", Exif(turn));
        Riff(body, "XMP ", Encoding.ASCII.GetBytes(Place));
        Riff(body, "gpsx", Encoding.ASCII.GetBytes(Place));
        var output = new MemoryStream();
        output.Write("RIFF"u8);
        output.Write(BitConverter.GetBytes((int)body.Length + 4));
        output.Write("WEBP"u8);
        body.WriteTo(output);
        return output.ToArray();
    }

    private static void Riff(MemoryStream output, string name, byte[] content)
    {
        output.Write(Encoding.ASCII.GetBytes(name));
        output.Write(BitConverter.GetBytes(content.Length));
        output.Write(content);
        if (content.Length % 2 == 1)
            output.WriteByte(0);
    }

    private static byte[] Gif()
    {
        var mark = Encoding.ASCII.GetBytes(Place);
        return [.. TinyGif[..19], 0x21, 0xFE, (byte)mark.Length, .. mark, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)mark.Length, .. mark, 0, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, .. TinyGif[19..], .. mark];
    }
}
