using System.Text;

namespace Loa.Documents.Blocks.Text;

/// <summary>Recognises the encodings that came before Unicode by reading a sample in each of them and looking for common words.</summary>
internal static class LegacyText
{
    public const int SampleLength = 32 << 10;
    private const int Enough = 4;

    // Each has a letter beyond ASCII, so it is found only when the encoding is right.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "của", "và", "các", "kế", "hoạch", "ủy", "uỷ", "nhân", "dân", "tỉnh", "huyện", "xã", "thực", "hiện", "hành", "chính", "cải", "cách",
        "độc", "lập", "tự", "hạnh", "phúc", "cộng", "hòa", "hoà", "hội", "chủ", "nghĩa", "việt", "năm", "ngày", "tháng", "số", "về", "việc",
        "công", "tác", "tuyên", "truyền", "quyết", "định", "đơn", "vị", "tổ", "chức", "được", "trên", "địa", "bàn", "để", "những", "có", "phòng", "sở",
    };

    /// <summary>The name of the encoding; null when the text is none of them. <paramref name="text"/> is the bytes as Latin-1.</summary>
    public static string? Recognise(string text)
    {
        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        var best = new[]
        {
            (Name: "TCVN3", Score: Score(Tcvn3.ToUnicode(sample, capitals: false))),
            (Name: "VNI", Score: Score(Vni.ToUnicode(sample))),
            (Name: "VISCII", Score: Score(Viscii.ToUnicode(sample))),
            (Name: "Windows-1258", Score: Score(FromWindows1258(sample))),
        }.MaxBy(c => c.Score);
        return best.Score >= Enough ? best.Name : null;
    }

    private static string FromWindows1258(string sample)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        return CombiningMarks.Compose(encoding.GetString(Encoding.Latin1.GetBytes(sample)));
    }

    private static int Score(string text)
    {
        var words = Common.GetAlternateLookup<ReadOnlySpan<char>>();
        var score = 0;
        foreach (var range in text.AsSpan().SplitAny([' ', '\n', '\r', '\t', ',', '.', ';', ':', '/', '-', '(', ')']))
        {
            if (range.End.Value > range.Start.Value && words.Contains(text.AsSpan(range)))
                score++;
        }
        return score;
    }
}
