using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The block above the kind of document: issuers, number, place and date, subject of a letter.</summary>
internal static class HeadingBlock
{
    private static readonly string[] Mottos = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐỘC LẬP", "ĐẢNG CỘNG SẢN VIỆT NAM"];

    // Words a second line of issuers may open with to be the place of the first.
    private static readonly string[] Places = ["tinh ", "thanh pho ", "tp ", "tp. ", "huyen ", "quan ", "xa ", "phuong ", "thi xa ", "thi tran ", "dac khu "];

    // Words that open the name of a body of its own.
    private static readonly string[] Bodies =
    [
        "so ", "ban ", "bo ", "uy ban", "ubnd", "hdnd", "hoi dong", "van phong", "phong ", "chi cuc", "cuc ", "tong cuc", "trung tam", "dang uy", "hoi ", "truong ", "benh vien", "bao ",
        "dai ", "cong an", "cong doan", "thanh tra", "vien ", "lien doan", "lien hiep", "tinh uy", "tinh doan", "huyen uy", "thanh uy", "quan uy", "mat tran", "toa an", "kho bac", "ngan hang", "bao hiem", "cong ty", "tap doan", "vu ",
        "to cong tac", "hoc vien", "dai hoc", "quy ", "cong thong tin", "bo chi huy", "doan ", "tieu ban", "kiem toan", "tong cong ty", "chinh phu", "thu tuong", "quoc hoi", "chi nhanh",
    ];

    public static void Read(List<Line> head, HeadingFacts facts, List<SourceText> issuers, List<SourceText> letterSubject)
    {
        var motto = false;
        var about = -1;
        foreach (var (piece, line) in Pieces(head))
        {
            var text = WithoutMotto(piece, out var cut);
            if (cut || (motto && Folding.Fold(piece.Text) is "nam" or "viet nam" or "nghia viet nam" or "chu nghia viet nam"))
            {
                motto = true;
                if (text.IsEmpty || !cut)
                    continue;
            }
            else
            {
                motto = false;
            }

            var folded = Folding.Fold(text.Text);
            if (about >= 0 && line.Column == about && !IsDateLine(folded) && !LooksLikeNumber(folded))
            {
                letterSubject.Add(text);
                continue;
            }

            about = -1;
            if (folded.StartsWith("v/v", StringComparison.Ordinal) || (folded.StartsWith("ve viec", StringComparison.Ordinal) && facts.Reference is not null))
            {
                letterSubject.Add(text);
                about = line.Column;
                continue;
            }

            var rest = ReadNumber(text, folded, facts);
            rest = ReadPlaceAndDate(rest, facts);
            if (!rest.IsEmpty && facts.Reference is null && rest.Length < 120 && (Casing.AreCapitals(rest.Text) || NamesABody(rest.Text)))
                issuers.Add(rest);
        }
    }

    /// <summary>The columns of the block where a format printed them on one line: divided by bars, tabs, "Số:" or the motto's end.</summary>
    private static IEnumerable<(SourceText Piece, Line Line)> Pieces(List<Line> head)
    {
        for (var i = 0; i < head.Count; i++)
        {
            var line = head[i];
            var rest = line.Text;

            // "…, ngày 7 tháng 01 năm" and the year on the next line of a narrow column.
            if (i + 1 < head.Count && head[i + 1].Column == line.Column && head[i + 1].Value is { Length: 4 } year && year.All(char.IsAsciiDigit) && line.Folded.EndsWith(" nam", StringComparison.Ordinal))
                rest = rest.Append(" ", head[++i].Text);
            // A number left open stands apart: "Số:" and "/KH-UBND" under it.
            if (i + 1 < head.Count && line.Folded.TrimEnd(' ', ':') == "so" && head[i + 1].Value is ['/', ..])
                rest = rest.Append(" ", head[++i].Text);
            while (!rest.IsEmpty)
            {
                var end = rest.Length;
                var next = end;
                if (rest.Text.AsSpan().IndexOfAny('|', '\t') is var bar and >= 0)
                    (end, next) = (bar, bar + 1);
                foreach (var mark in (ReadOnlySpan<string>)["Số:", "Số :", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập -", "Độc lập –"])
                {
                    if (rest.Text.IndexOf(mark, 1, StringComparison.Ordinal) is var at and > 0 && at < end)
                        (end, next) = (at, at);
                }

                const string Happiness = "Hạnh phúc";
                if (rest.Text.IndexOf(Happiness, StringComparison.OrdinalIgnoreCase) is var motto and >= 0 && motto + Happiness.Length < end)
                    end = next = motto + Happiness.Length;
                var piece = rest.Slice(0, end).Trim();
                if (!piece.IsEmpty)
                    yield return (piece, line);
                rest = next >= rest.Length ? SourceText.Empty : rest.From(next).Trim();
            }
        }
    }

    /// <summary>Joins the issuer's lines by the contract's rule: (superior, issuer).</summary>
    public static (SourceText Parent, SourceText Issuer) Join(List<SourceText> lines)
    {
        var names = new List<SourceText>();
        foreach (var line in lines)
        {
            var folded = Folding.Fold(line.Text) + " ";
            if (names.Count > 0 && (OpensWith(folded, Places) && !OpensWith(folded, Bodies) || !OpensWith(folded, Bodies) || EndsOpen(names[^1].Text)))
                names[^1] = names[^1].Append(" ", line);
            else
                names.Add(line);
        }

        return names.Count switch
        {
            0 => (SourceText.Empty, SourceText.Empty),
            1 => (SourceText.Empty, names[0]),
            _ => (names[^2], names[^1]),
        };
    }

    private static SourceText WithoutMotto(SourceText text, out bool cut)
    {
        foreach (var motto in Mottos)
        {
            var at = text.Text.IndexOf(motto, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                cut = true;
                return text.Slice(0, at).Trim();
            }
        }

        cut = false;
        return text;
    }

    private static bool LooksLikeNumber(string folded) =>
        folded.StartsWith("so:", StringComparison.Ordinal) || folded.StartsWith("so :", StringComparison.Ordinal) || (folded.StartsWith("so ", StringComparison.Ordinal) && folded.AsSpan(3).IndexOfAnyInRange('0', '9') is >= 0 and < 3)
        || folded.StartsWith("so.", StringComparison.Ordinal) || folded.StartsWith("so/", StringComparison.Ordinal);

    private static bool IsDateLine(string folded) =>
        folded.Contains("ngay", StringComparison.Ordinal) && folded.Contains("thang", StringComparison.Ordinal);

    private static SourceText ReadNumber(SourceText text, string folded, HeadingFacts facts)
    {
        if (facts.Reference is not null || !LooksLikeNumber(folded) || DocumentReferences.ReadHeading(text.Text) is not { } reference)
            return text;
        facts.Reference = new Fact(reference.Reference, text.Slice(reference.Range), 0.98);
        facts.Number = reference.Number;
        facts.Symbol = reference.Symbol;
        return text.From(reference.Range.End).Trim();
    }

    private static SourceText ReadPlaceAndDate(SourceText text, HeadingFacts facts)
    {
        if (facts.Place is not null || VietnameseDates.Find(text.Text) is not { } date)
            return text;
        var place = text.Slice(0, date.Range.Start).TrimEnd(",. ").Trim();
        if (place.Length > 60)
            return text;
        if (!place.IsEmpty)
            facts.Place = Fact.Of(place, 0.98);
        if (date.Date is { } day)
            facts.Date = (day, text.Slice(date.Range));
        return SourceText.Empty;
    }

    /// <summary>A body in mixed case ("Bộ Nội vụ"), never a sentence.</summary>
    private static bool NamesABody(string text) =>
        text.Length < 60 && char.IsUpper(text[0]) && !Casing.EndsWithMark(text) && text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && OpensWith(Folding.Fold(text) + " ", Bodies);

    private static bool OpensWith(string folded, string[] words)
    {
        foreach (var word in words)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EndsOpen(string text) =>
        text.EndsWith(',') || text.EndsWith(" VÀ", StringComparison.Ordinal) || text.EndsWith(" -", StringComparison.Ordinal);
}
