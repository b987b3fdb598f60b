using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The signature block: authority ("TM. …"), capacity ("KT. …"), title and name.</summary>
internal static class SignatureReader
{
    public static void Read(List<Line> closing, HeadingFacts facts)
    {
        var start = closing.FindIndex(l => SignerTitles.OpensSignature(l.Value));
        if (start < 0)
            return;
        var column = closing[start].Column;
        var last = start;
        for (var i = start; i < closing.Count; i++)
        {
            var line = closing[i];
            if (line.Column != column || !Casing.AreCapitals(line.Value) || Closings.OpensRecipients(line))
                continue;
            if (ReadTitle(line, facts, adjacent: i - last <= 1))
                last = i;
        }

        facts.Name = FindName(closing, last, column) ?? FindName(closing, start, column: -2);
    }

    private static bool ReadTitle(Line line, HeadingFacts facts, bool adjacent)
    {
        var (mark, rest) = SignerTitles.SplitMark(line.Value);
        var corrected = SignerTitles.Corrected(line.Value);
        var fact = new Fact(Spaced(corrected), line.Text, corrected == line.Value ? 0.97 : 0.85);
        switch (mark)
        {
            case "TM." or "TL." or "TUQ." or "T/M" or "T/L" or "TM" or "TUQ" when facts.Authority is null:
                facts.Authority = fact;
                return true;
            case "KT." or "K/T" or "KT" when facts.Capacity is null:
                facts.Capacity = fact;
                return true;
        }

        if (SignerTitles.IsTitle(line.Value) && facts.Title is null)
        {
            facts.Title = fact;
            return true;
        }

        // A line under the authority that is no title goes on with it: "TM. BAN CHỈ ĐẠO / CẢI CÁCH HÀNH CHÍNH".
        // Another office of the same person ("TRƯỞNG BAN", and under it "CHỦ TỊCH UBND TỈNH") is a line of its own.
        if (!adjacent || rest.Length == 0 || (facts.Title is not null && SignerTitles.IsTitle(line.Value)))
            return false;
        if (facts.Title is { } title)
            facts.Title = Joined(title, line);
        else if (facts.Capacity is { } capacity)
            facts.Capacity = Joined(capacity, line);
        else if (facts.Authority is { } authority)
            facts.Authority = Joined(authority, line);
        else
            return false;
        return true;
    }

    private static Fact Joined(Fact above, Line line) => new(above.Value + " " + line.Value, above.From.Append(" ", line.Text), above.Confidence);

    private static string Spaced(string text)
    {
        var (mark, rest) = SignerTitles.SplitMark(text);
        return mark.EndsWith('.') && rest.Length > 0 ? mark + " " + rest : text;
    }

    private static Fact? FindName(List<Line> closing, int after, int column)
    {
        for (var i = after + 1; i < closing.Count; i++)
        {
            if ((column == -2 || closing[i].Column == column) && IsName(closing[i]))
                return Fact.Of(closing[i].Text, 0.95);
        }

        return null;
    }

    /// <summary>Two to six capitalised words and nothing else.</summary>
    private static bool IsName(Line line)
    {
        var text = line.Value;
        if (text.Length is < 4 or > 45 || ListLabels.Read(text) is not null || Closings.OpensRecipients(line))
            return false;
        foreach (var title in (ReadOnlySpan<string>)["TS. ", "ThS. ", "Ths. ", "PGS.TS. ", "PGS. ", "GS. ", "BS. "])
        {
            if (text.StartsWith(title, StringComparison.Ordinal))
                text = text[title.Length..];
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && Array.TrueForAll(words, w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '-' or '\''))
            && !(Casing.AreCapitals(text) && SignerTitles.OpensSignature(text));
    }
}
