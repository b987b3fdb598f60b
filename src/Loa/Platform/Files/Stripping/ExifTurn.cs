using System.Buffers.Binary;

namespace Loa.Platform.Files;

/// <summary>How a picture is to be turned (1–8), out of and into the Exif block that cameras write; nothing else of the block is looked at.</summary>
internal static class ExifTurn
{
    public const int Upright = 1;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <param name="tiff">The block from its byte order on.</param>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return Upright;
        var little = tiff[0] == (byte)'I';
        var directory = Number(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return Upright;
        var count = Half(tiff[(int)directory..], little);
        for (var i = 0; i < count; i++)
        {
            var at = directory + 2 + (12L * i);
            if (at + 12 > tiff.Length)
                break;
            var entry = tiff.Slice((int)at, 12);
            if (Half(entry, little) == Tag && Half(entry[2..], little) == Short && Half(entry[8..], little) is >= 1 and <= 8 and var turn)
                return turn;
        }

        return Upright;
    }

    /// <summary>A block that says this and nothing more.</summary>
    public static byte[] Write(int turn) => [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];

    private static ushort Half(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
