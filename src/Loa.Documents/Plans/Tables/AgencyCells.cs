using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Reads the agencies of a cell, also where one cell holds both roles ("Chủ trì: …; Phối hợp: …").</summary>
internal static class AgencyCells
{
    public static void Read(List<SourceText> paragraphs, TaskFacts task, PlanFacts facts, bool lead)
    {
        if (paragraphs.Count == 0)
            return;
        var cell = SourceText.Join("\n", paragraphs);
        foreach (var (part, leads) in ByRole(cell, lead))
            AddTo(leads ? task.Lead : task.Coordinating, part, facts);
    }

    public static void AddTo(List<Fact> list, SourceText text, PlanFacts facts)
    {
        foreach (var entry in Agencies.ReadList(text.Text))
        {
            if (list.Exists(f => string.Equals(f.Value, entry.Name, StringComparison.Ordinal)))
                continue;
            var from = SourceText.Join(" ", entry.Ranges.Select(r => text.Slice(r)));
            list.Add(new Fact(entry.Name, from, entry.HasHead ? entry.Restored ? 0.85 : 0.96 : 0.6));
            if (!entry.HasHead)
                facts.Unread.Add(new UnreadFacts(from, "Không nhận ra tên cơ quan."));
        }
    }

    /// <summary>Where the helpers start: "Sở Tài chính phối hợp với Sở Nội vụ", "Sở Tài chính chủ trì - Sở Nội vụ phối hợp".</summary>
    private static int HelpedFrom(string folded)
    {
        const string Chairs = " chu tri";
        var chairs = folded.IndexOf(Chairs, StringComparison.Ordinal);
        if (chairs > 0 && folded.TrimEnd(' ', '.', ';').EndsWith(" phoi hop", StringComparison.Ordinal))
            return chairs + Chairs.Length;
        var at = folded.IndexOf("phoi hop voi ", StringComparison.Ordinal);
        return at < 0 ? folded.IndexOf("phoi hop cung ", StringComparison.Ordinal) : at;
    }

    /// <summary>Where the words before "chủ trì:" start: at a border, or at "Đơn vị", "Cơ quan" where a format lost the line break.</summary>
    private static int LabelStart(SourceText cell, string folded, int at)
    {
        var start = cell.Text.AsSpan(0, at).LastIndexOfAny(';', '\n', '.') + 1;
        if (at - start <= 20)
            return start;
        foreach (var body in (ReadOnlySpan<string>)["don vi ", "co quan "])
        {
            if (folded.AsSpan(0, at).EndsWith(body))
                return at - body.Length;
        }

        return -1;
    }

    private static IEnumerable<(SourceText Part, bool Lead)> ByRole(SourceText cell, bool lead)
    {
        var folded = Folding.Fold(cell.Text);
        if (folded.Length != cell.Length)
        {
            yield return (cell, lead);
            yield break;
        }

        if (!folded.Contains(':', StringComparison.Ordinal))
        {
            var helped = lead ? HelpedFrom(folded) : -1;
            yield return (helped > 0 ? cell.Slice(0, helped).Trim() : cell, lead);
            if (helped > 0)
                yield return (cell.From(helped), false);
            yield break;
        }

        var marks = new List<(int Start, int End, bool Lead)>();
        foreach (var (words, leads) in ((string, bool)[])[("chu tri", true), ("phoi hop", false), ("thuc hien", true)])
        {
            for (var at = folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(words, at + 1, StringComparison.Ordinal))
            {
                var colon = folded.IndexOf(':', at);
                if (colon < 0 || colon - at > words.Length + 12)
                    continue;
                var start = LabelStart(cell, folded, at);
                if (start < 0 || marks.Exists(m => m.End == colon + 1))
                    continue;
                marks.Add((start, colon + 1, leads));
            }
        }

        if (marks.Count == 0)
        {
            yield return (cell, lead);
            yield break;
        }

        marks.Sort((a, b) => a.Start.CompareTo(b.Start));
        if (marks[0].Start > 0)
            yield return (cell.Slice(0, marks[0].Start).Trim(), lead);
        for (var i = 0; i < marks.Count; i++)
            yield return (cell.Slice(marks[i].End, i + 1 < marks.Count ? marks[i + 1].Start : cell.Length).Trim(), marks[i].Lead);
    }
}
