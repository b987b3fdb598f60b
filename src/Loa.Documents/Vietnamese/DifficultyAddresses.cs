using System.Text.RegularExpressions;

namespace Loa.Documents.Vietnamese;

/// <summary>
/// To whom executors turn with difficulties: "… nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng hợp, báo cáo …".
/// </summary>
public static partial class DifficultyAddresses
{
    /// <summary>Names of bodies as printed, in order; empty where the paragraph speaks of no difficulties.</summary>
    public static IReadOnlyList<string> Read(string paragraph) =>
        Folding.Fold(paragraph).Contains("vuong mac", StringComparison.Ordinal) ? [.. Address().Matches(paragraph).Select(match => match.Groups["body"].Value.Trim())] : [];

    /// <summary>A body after "về", "gửi", "thông qua" …, up to the words that say why or where.</summary>
    [GeneratedRegex(@"(?:về|gửi|thông qua|với|qua)\s+(?<body>(?:\p{Lu}|phòng\s)[^,;.()]*?)(?=\s+(?:để|tổng hợp|xem xét|trước|nhằm|hướng dẫn|giải quyết|chủ trì|bằng)\b|\s*[,;.(]|$)", RegexOptions.None, 10_000)]
    private static partial Regex Address();
}
