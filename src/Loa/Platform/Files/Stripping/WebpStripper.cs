using System.Buffers.Binary;
using System.Text;

namespace Loa.Platform.Files;

/// <summary>Keeps the chunks that draw the picture, in frames too; Exif, XMP and unknown chunks go, and the head says that they are gone.</summary>
internal static class WebpStripper
{
    private const int FrameHead = 16;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    public static bool Strip(ReadOnlySpan<byte> picture, Stream output)
    {
        if (picture.Length < 20)
            return false;
        var said = BinaryPrimitives.ReadUInt32LittleEndian(picture[4..]);
        var body = picture[12..(int)Math.Min(picture.Length, 8L + said)];
        using var kept = new MemoryStream();
        var turn = ExifTurn.Upright;
        if (!Copy(body, kept, inFrame: false, ref turn) || kept.Length == 0)
            return false;
        var chunks = kept.GetBuffer().AsSpan(0, (int)kept.Length);
        if (chunks.StartsWith("VP8X"u8))
        {
            if (chunks.Length < 18)
                return false;
            chunks[8] &= unchecked((byte)~(ExifFlag | XmpFlag));
            if (turn != ExifTurn.Upright)
            {
                chunks[8] |= ExifFlag;
                Write(kept, "EXIF"u8, ExifTurn.Write(turn));
            }
        }

        Span<byte> head = stackalloc byte[12];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], 4 + (uint)kept.Length);
        "WEBP"u8.CopyTo(head[8..]);
        output.Write(head);
        kept.Position = 0;
        kept.CopyTo(output);
        return true;
    }

    private static bool Copy(ReadOnlySpan<byte> chunks, MemoryStream kept, bool inFrame, ref int turn)
    {
        var hasPixels = false;
        while (chunks.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            if (length > chunks.Length - 8)
                return false;
            var name = Encoding.Latin1.GetString(chunks[..4]);
            var content = chunks.Slice(8, (int)length);
            hasPixels |= name is "VP8 " or "VP8L" or "ANMF";
            switch (name)
            {
                case "VP8 " or "VP8L" or "ALPH" or "VP8X" or "ANIM" or "ICCP":
                    Write(kept, chunks[..4], content);
                    break;
                case "ANMF" when !inFrame:
                    if (!CopyFrame(chunks[..4], content, kept, ref turn))
                        return false;
                    break;
                case "EXIF" when !inFrame:
                    turn = ExifTurn.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    break;
            }

            chunks = chunks[(int)Math.Min(chunks.Length, 8 + length + (length & 1))..];
        }

        return hasPixels;
    }

    private static bool CopyFrame(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content, MemoryStream kept, ref int turn)
    {
        if (content.Length < FrameHead)
            return false;
        using var frame = new MemoryStream();
        frame.Write(content[..FrameHead]);
        if (!Copy(content[FrameHead..], frame, inFrame: true, ref turn))
            return false;
        Write(kept, name, frame.GetBuffer().AsSpan(0, (int)frame.Length));
        return true;
    }

    private static void Write(MemoryStream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)content.Length);
        output.Write(name);
        output.Write(length);
        output.Write(content);
        if ((content.Length & 1) == 1)
            output.WriteByte(0);
    }
}
