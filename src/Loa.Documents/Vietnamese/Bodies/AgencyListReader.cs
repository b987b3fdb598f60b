using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Bodies;

/// <summary>
/// Splits a cell into names. Hard borders are ';', line breaks and list labels; at a comma or "và" the words on both sides decide.
/// </summary>
internal sealed class AgencyListReader(Tokens tokens)
{
    private readonly List<AgencyEntry> entries = [];
    private readonly bool listOnOneLine = tokens[0].IsMark('-') && !HasLines(tokens);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    // What an elliptic name takes its head from: the tokens of the last name that end before its level or field.
    private (int First, int End) head;
    private bool headWithLevel;

    public IReadOnlyList<AgencyEntry> Read()
    {
        for (var i = 0; i < tokens.Count;)
        {
            var end = HardEnd(i);
            ReadPart(SkipLabel(i, end), end);
            i = end;
            while (i < tokens.Count && tokens[i].IsMark(';'))
                i++;
        }

        return entries;
    }

    private static bool HasLines(Tokens tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].StartsLine)
                return true;
        }

        return false;
    }

    private int HardEnd(int first)
    {
        var depth = 0;
        for (var i = first; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.StartsLine && i > first && depth <= 0 && !ContinuesLine(i))
                return i;
            if (token.IsMark('('))
                depth++;
            else if (token.IsMark(')'))
                depth--;
            else if (depth <= 0 && (token.IsMark(';') || (i > first && StartsItem(i))))
                return i;
        }

        return tokens.Count;
    }

    /// <summary>"- Sở Nội vụ - Văn phòng UBND tỉnh": a list that opens with a dash and lost its line breaks; a dash inside a name stays.</summary>
    private bool StartsItem(int index) =>
        listOnOneLine && tokens[index].IsMark('-') && !tokens[index].Glued && !tokens[index + 1].Glued && tokens[index + 1].Capital && Lexicon.IsHead(tokens, index + 1, inside: true);

    /// <summary>A line that goes on in lower case without a head, or whose line before ends in a bare head, is one name cut in two.</summary>
    private bool ContinuesLine(int index)
    {
        if (tokens[index].Kind != TokenKind.Word)
            return tokens[index].IsMark('(');
        ref readonly var before = ref tokens[index - 1];
        if (before.Kind == TokenKind.Word && (before.Is(Lexicon.And) || (BareHead.At(tokens, index - 1) && BareHead.Match(tokens, index - 1) == 1 && before.Capital && !Lexicon.IsHead(tokens, index, inside: true))))
            return true;
        return !tokens[index].Capital && !(before.Kind == TokenKind.Mark && before.Mark is '.' or ':') && !Lexicon.IsHead(tokens, index, inside: true) && !tokens[index].Is(Lexicon.Level)
            && !(before.IsMark(',') && Lexicon.Generic.At(tokens, index));
    }

    private static readonly Words BareHead = new("sở|bộ|phòng|văn|đài|hội|ban|ubnd|trung|công");

    /// <summary>"- ", "+ ", "1. ", "a) " in front of a line.</summary>
    private int SkipLabel(int first, int end)
    {
        var i = first;
        while (i < end && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is not ('(' or '"'))
            i++;
        var single = tokens[i].Kind == TokenKind.Number || (tokens[i].Kind == TokenKind.Word && tokens[i].Length == 1);
        if (single && i + 1 < end && tokens[i + 1].Kind == TokenKind.Mark && tokens[i + 1].Mark is '.' or ')')
            i += 2;
        while (i < end && Lexicon.Prefixes.Match(tokens, i) is var prefix and > 0 && (Lexicon.IsHead(tokens, i + prefix, inside: false) || tokens[i + prefix - 1].IsMark(':')))
            i += prefix;
        return i;
    }

    private void ReadPart(int first, int end)
    {
        while (first < end)
        {
            if (Listing(first, end, out var listed) && listed > first)
            {
                ReadListed(listed, end);
                return;
            }

            var elliptic = entries.Count > 0 && IsElliptic(first);
            var name = new NameScan(tokens, first, end, carried: elliptic ? (head, headWithLevel) : null);
            if (elliptic)
                AddRestored(first, name.End);
            else
                AddPlain(first, name.End);
            if (name.Border is Border.End)
                return;
            first = name.Next;
            var border = name.Border;
            while (border is Border.Restore)
            {
                var shared = new NameScan(tokens, first, end, carried: (head, headWithLevel));
                AddRestored(first, shared.End);
                (first, border) = (shared.Next, shared.Border);
            }

            if (border is Border.End)
                return;
        }
    }

    private bool IsElliptic(int first) => tokens[first].Is(Lexicon.Level) && head.End > head.First;

    /// <summary>"Các sở: Nội vụ, Tư pháp" and "Các Sở Nội vụ, Tư pháp": where the fields start; the head is the noun.</summary>
    private bool Listing(int first, int end, out int listed)
    {
        listed = 0;
        var several = Lexicon.Several.Match(tokens, first);
        if (several == 0)
            return false;
        var noun = Lexicon.Generic.Match(tokens, first + several);
        if (noun == 0)
            return false;
        var i = first + several + noun;
        if (IsDepartment(tokens[first + several]) && Lexicon.Fields.At(tokens, i) && tokens[i].Capital)
            listed = i;
        for (var guard = 0; listed == 0 && guard < 16 && i < end; guard++)
        {
            if (tokens[i].IsMark(':'))
                listed = i + 1;
            else if (tokens[i].IsMark(',') || Lexicon.Generic.At(tokens, i) || tokens[i].Is(Lexicon.And))
                i += Math.Max(1, Lexicon.Generic.Match(tokens, i));
            else
                return false;
        }

        head = (first + several, first + several + noun);
        headWithLevel = false;
        return listed > 0;
    }

    private static readonly ulong Department = WordKey.Of("sở");
    private static readonly ulong Ministry = WordKey.Of("bộ");
    private static readonly ulong Division = WordKey.Of("phòng");

    private static bool IsDepartment(in Token token) => token.Is(Department) || token.Is(Ministry) || token.Is(Division);

    private void ReadListed(int first, int end)
    {
        var noun = head;
        while (first < end)
        {
            var name = new NameScan(tokens, first, end, listed: true);
            var field = Lexicon.Fields.Match(tokens, first);
            if (Lexicon.IsHead(tokens, first, inside: true) && (field == 0 || first + field < name.End))
            {
                AddPlain(first, name.End);
            }
            else
            {
                (head, headWithLevel) = (noun, false);
                AddRestored(first, name.End, capitalHead: true);
            }

            if (name.Border is Border.End)
                return;
            first = name.Next;
        }
    }

    private void AddPlain(int first, int end)
    {
        end = TrimEnd(first, end);
        if (end <= first || IsAndSoOn(first, end))
            return;
        var range = tokens.Range(first, end);
        var name = Timeframes.OneLine(tokens.Text.AsSpan(range.Start, range.Length));
        RememberHead(first, end);
        if (seen.Add(name))
            entries.Add(new(name, [range], Lexicon.IsHead(tokens, first, inside: false), Restored: false));
    }

    private void AddRestored(int first, int end, bool capitalHead = false)
    {
        end = TrimEnd(first, end);
        if (end <= first || IsAndSoOn(first, end))
            return;
        var headRange = tokens.Range(head.First, head.End);
        var range = tokens.Range(first, end);
        var headText = Timeframes.OneLine(tokens.Text.AsSpan(headRange.Start, headRange.Length));
        if (capitalHead)
            headText = char.ToUpperInvariant(headText[0]) + headText[1..];
        var level = headWithLevel && !tokens[first].Is(Lexicon.Level) ? " cấp " : " ";
        var name = string.Concat(headText, level, Timeframes.OneLine(tokens.Text.AsSpan(range.Start, range.Length)));
        if (seen.Add(name))
            entries.Add(new(name, [headRange, range], HasHead: true, Restored: true));
    }

    private void RememberHead(int first, int end)
    {
        (head, headWithLevel) = NameScan.HeadOf(tokens, first, end);
    }

    private int TrimEnd(int first, int end)
    {
        while (end > first && tokens[end - 1].Kind == TokenKind.Mark && tokens[end - 1].Mark is '.' or ',' or ';' or ':' or '-' or '…' or '/' or '+')
            end--;
        for (var length = 1; length <= 4 && end - length > first; length++)
        {
            if (Lexicon.Suffixes.Match(tokens, end - length) == length && !(tokens[end - length].Capital || Lexicon.Several.At(tokens, end - length - 1)))
            {
                end -= length;
                while (end > first && tokens[end - 1].IsMark(','))
                    end--;
                break;
            }
        }

        return end;
    }

    private static readonly Words AndSoOn = new("v.v|vv|v. v");

    private bool IsAndSoOn(int first, int end) => AndSoOn.Match(tokens, first) is var length and > 0 && first + length >= end;
}
