namespace Loa.Platform.Files;

/// <summary>MP3 has no mark of its own: a tag in front, or two frames one after the other.</summary>
internal static class Mp3Frames
{
    private static readonly int[] RatesOfOne = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] RatesOfTwo = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] Frequencies = [44100, 48000, 32000, 0];

    public static bool Begin(ReadOnlySpan<byte> head) =>
        (head.Length > 10 && head.StartsWith("ID3"u8) && head[3] is >= 2 and <= 4 && (head[6] | head[7] | head[8] | head[9]) < 0x80)
        || (Length(head) is > 0 and var first && head.Length > first + 4 && Length(head[first..]) > 0);

    /// <summary>Bytes of the frame of layer III that begins here; 0 where none does.</summary>
    private static int Length(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE6) != 0xE2)
            return 0;
        var version = (head[1] >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        var rate = (version == 3 ? RatesOfOne : RatesOfTwo)[head[2] >> 4];
        var frequency = Frequencies[(head[2] >> 2) & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return version == 1 || rate == 0 || frequency == 0 ? 0 : ((version == 3 ? 144 : 72) * rate * 1000 / frequency) + ((head[2] >> 1) & 1);
    }
}
