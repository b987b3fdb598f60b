using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Finds the parts of a file: heading, preamble, body, closing, annexes, and a plan behind a decision.</summary>
internal static class DocumentParts
{
    private const int DeepestKindLine = 60;

    public static DocumentPart Split(List<Line> lines)
    {
        var part = new DocumentPart();
        var kind = FindKind(lines, 0, DeepestKindLine);
        var at = 0;
        if (kind is { } found)
        {
            part.Head.AddRange(lines.Take(found.Index));
            at = TakeTitle(lines, found.Index, found.Kind, found.Length, part);
        }
        else
        {
            while (at < lines.Count && at < DeepestKindLine && !OpensText(lines[at]))
                part.Head.Add(lines[at++]);
        }

        at = TakePreamble(lines, at, part);
        at = TakeBody(lines, at, part);
        at = TakeClosing(lines, at, part);
        TakeAnnexes(lines, at, part);
        return part;
    }

    private static (int Index, string Kind, int Length)? FindKind(List<Line> lines, int from, int to)
    {
        for (var i = from; i < lines.Count && i < to; i++)
        {
            if (lines[i].Table is null && DocumentKinds.Read(lines[i]) is { } kind)
                return (i, kind.Kind, kind.Length);
            if (lines[i].Opening.StartsWith("kinh gui", StringComparison.Ordinal) || LegalBases.OpensPreamble(lines[i].Value) || StartsSection(lines[i]))
                return null;
        }

        return null;
    }

    private static bool OpensText(Line line) =>
        line.Table is not null || LegalBases.OpensPreamble(line.Value) || StartsSection(line) || (line.Value.Length > 160 && !line.IsCapitals);

    private static int TakeTitle(List<Line> lines, int at, string kind, int length, DocumentPart part)
    {
        part.KindLine = lines[at];
        part.Kind = kind;
        if (length < lines[at].Value.Length)
            part.Subject.Add(new Line { Text = lines[at].Text.From(length).Trim(), Paragraph = lines[at].Paragraph });
        at++;
        while (at < lines.Count && lines[at] is { Table: null } line && !EndsTitle(line, part))
        {
            if (Captions.Opens(line))
            {
                at = TakeCaption(lines, at, part.Captions);
                continue;
            }

            if (!Authorities.IsAuthorityLine(line, part))
                part.Subject.Add(line);
            at++;
        }

        return at;
    }

    private static bool EndsTitle(Line line, DocumentPart part)
    {
        if (StartsSection(line) || line.Opening.StartsWith("kinh gui", StringComparison.Ordinal))
            return true;
        if (part.Subject.Count == 0 && line.Value.Length < 250 && !line.Value.EndsWith(';') && !line.Opening.StartsWith("can cu ", StringComparison.Ordinal)
            && !line.Folded.EndsWith("nhu sau:", StringComparison.Ordinal))
            return false;
        var heading = line.Paragraph is { Centered: true } or { Bold: true };
        return (LegalBases.OpensPreamble(line.Value) && !(heading && !line.Value.EndsWith(';') && !line.Opening.StartsWith("can cu", StringComparison.Ordinal)))
            || (!heading && !line.IsCapitals && part.Subject.Count > 0 && !ContinuesTitle(line, part.Subject[^1]))
            || line.Value.Length > 350;
    }

    /// <summary>A title wraps in lower case, or in capitals under capitals; a new sentence in mixed case under it opens the text.</summary>
    private static bool ContinuesTitle(Line line, Line above) =>
        Captions.Opens(line) || Casing.StartsLower(line.Value) || line.Value[0] is '(' or '“' or '"'
        || (!Casing.EndsWithMark(above.Value) && line.Value.Length < 110 && above.Value.Length < 130 && !line.Value.EndsWith(':') && !line.Value.EndsWith('.') && !line.Value.EndsWith(';'));

    public static int TakeCaption(List<Line> lines, int at, List<Line> captions)
    {
        var open = lines[at].Value.StartsWith('(');
        captions.Add(lines[at]);
        while (at + 1 < lines.Count && captions.Count < 12 && lines[at + 1] is { Table: null } next
            && (open ? !lines[at].Value.EndsWith(')') : Casing.StartsLower(next.Value)) && next.Value.Length < 200 && !StartsSection(next))
            captions.Add(lines[++at]);
        return at + 1;
    }

    private static int TakePreamble(List<Line> lines, int at, DocumentPart part)
    {
        var start = at;
        while (at < lines.Count && lines[at] is { Table: null } line)
        {
            if (line.Folded.TrimEnd(' ', ':', '.') == "quyet dinh" && line.IsCapitals)
                return at + 1;
            if (StartsSection(line) && at > start)
                return at;
            if (StartsSection(line) || Closings.OpensClosing(line))
                return at;
            part.Preamble.Add(line);
            at++;
            if (EndsPreamble(line))
                return at;
        }

        return at;
    }

    private static bool EndsPreamble(Line line)
    {
        var folded = line.Folded.TrimEnd(' ', ':', '.', '/');
        return folded.EndsWith("nhu sau", StringComparison.Ordinal) || folded.EndsWith("noi dung sau", StringComparison.Ordinal) || folded.EndsWith("noi dung sau day", StringComparison.Ordinal)
            || folded.EndsWith("cu the sau", StringComparison.Ordinal) || folded.EndsWith("sau day", StringComparison.Ordinal);
    }

    private static int TakeBody(List<Line> lines, int at, DocumentPart part)
    {
        for (; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Table is null)
            {
                if (Closings.OpensClosing(line) && Closings.IsClosing(lines, at))
                    return at;
                if (part.Body.Count > 0 && AnnexStarts.Find(lines, at, part.Kind == "Quyết định") is not null)
                    return at;
            }

            part.Body.Add(line);
            if (line.Table is null && Closings.EndsBody(line) && !Closings.BodyGoesOn(lines, at + 1))
                return at + 1;
        }

        return at;
    }

    private static int TakeClosing(List<Line> lines, int at, DocumentPart part)
    {
        for (; at < lines.Count; at++)
        {
            if (lines[at].Table is not null || (AnnexStarts.Find(lines, at, true) is not null && !Closings.BelongsToClosing(lines[at])))
                return at;
            part.Closing.Add(lines[at]);
        }

        return at;
    }

    private static void TakeAnnexes(List<Line> lines, int at, DocumentPart part)
    {
        while (at < lines.Count)
        {
            if (part.Promulgated is null && part.Kind is "Quyết định" or "Công văn" or "Tờ trình" or "Nghị quyết" or null && AnnexStarts.FindDocument(lines, at) is { } document)
            {
                var rest = lines.GetRange(document.Index, lines.Count - document.Index);
                part.Promulgated = new DocumentPart();
                var next = TakeTitle(rest, 0, document.Kind, document.Length, part.Promulgated);
                next = TakePreambleOfAnnex(rest, next, part.Promulgated);
                next = TakeBody(rest, next, part.Promulgated);
                next = TakeClosing(rest, next, part.Promulgated);
                TakeAnnexes(rest, next, part.Promulgated);
                return;
            }

            at = TakeAnnex(lines, at, part);
        }
    }

    /// <summary>A promulgated plan may open with sentences of its own, but goes straight to its sections as a rule.</summary>
    private static int TakePreambleOfAnnex(List<Line> lines, int at, DocumentPart part)
    {
        for (var i = at; i < lines.Count && i < at + 15; i++)
        {
            if (lines[i].Table is not null || StartsSection(lines[i]))
                break;
            if (EndsPreamble(lines[i]) || LegalBases.OpensPreamble(lines[i].Value))
                return TakePreamble(lines, at, part);
        }

        return at;
    }

    private static int TakeAnnex(List<Line> lines, int at, DocumentPart part)
    {
        var annex = new AnnexPart();
        part.Annexes.Add(annex);
        var start = at;
        for (; at < lines.Count; at++)
        {
            var line = lines[at];
            if (at > start && (annex.Content.Count > 0 || annex.Captions.Count > 0) && AnnexStarts.Find(lines, at, annex.Content.Count > 0) is not null)
                return at;
            if (line.Table is null && annex.Content.Count == 0)
            {
                if (Captions.Opens(line))
                {
                    at = TakeCaption(lines, at, annex.Captions) - 1;
                    continue;
                }

                if (at == start || AnnexStarts.IsTitleLine(line, annex))
                {
                    annex.Title.Add(line);
                    continue;
                }
            }

            annex.Content.Add(line);
        }

        return at;
    }

    /// <summary>The line opens a section of the text: a Roman or capital-letter label, an article, a part, or "1." with a text behind it.</summary>
    public static bool StartsSection(Line line)
    {
        if (line.Table is not null || line.Value.Length < 3)
            return false;
        if (ListLabels.Read(line.Value) is not { } label)
            return false;
        return label.Kind is LabelKind.Article or LabelKind.Part or LabelKind.Chapter or LabelKind.Section
            || (label.Length < line.Value.Length && label.Kind is LabelKind.Roman or LabelKind.Arabic or LabelKind.CapitalLetter);
    }
}
