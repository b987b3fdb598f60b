using System.IO.Compression;
using System.Text;

namespace Loa.Tests.Platform.Files;

/// <summary>The smallest contents of each kind.</summary>
internal static class SampleContents
{
    public static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();

    public static byte[] Zip(params string[] names)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A compound file whose directory, its second sector, names this stream.</summary>
    public static byte[] Compound(string stream)
    {
        var bytes = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[0x1E] = 9;
        bytes[0x30] = 1;
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(bytes, 1024 + 128);
        bytes[1024 + 128 + 0x40] = (byte)(name.Length + 2);
        return bytes;
    }

    /// <summary>Two frames of layer III, 128 kbit/s, 44.1 kHz.</summary>
    public static byte[] Mp3()
    {
        var bytes = new byte[417 * 2];
        foreach (var at in (int[])[0, 417])
            ((ReadOnlySpan<byte>)[0xFF, 0xFB, 0x90, 0x00]).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    public static byte[] Brand(string brand) => [0, 0, 0, 20, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "isom"u8];
}
