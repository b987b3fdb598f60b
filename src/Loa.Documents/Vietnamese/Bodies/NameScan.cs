using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Bodies;

/// <summary>What stands behind a name.</summary>
internal enum Border
{
    End = 0,

    /// <summary>Another full name.</summary>
    Name = 1,

    /// <summary>The rest of a name that shares this one's head: "UBND cấp huyện, xã".</summary>
    Restore = 2,
}

/// <summary>Walks over one name to the border where the next one begins.</summary>
internal readonly ref struct NameScan
{
    private readonly Tokens tokens;
    private readonly int first;
    private readonly int limit;
    private readonly bool listed;
    private readonly ((int First, int End) Head, bool WithLevel)? carried;

    /// <param name="tokens">The text.</param>
    /// <param name="first">Where the name starts.</param>
    /// <param name="limit">The hard border behind it.</param>
    /// <param name="listed">Behind "Các sở:", where every comma separates.</param>
    /// <param name="carried">The head an elliptic name shares with the one before it.</param>
    public NameScan(Tokens tokens, int first, int limit, bool listed = false, ((int First, int End) Head, bool WithLevel)? carried = null)
    {
        this.carried = carried;
        this.tokens = tokens;
        this.first = first;
        this.limit = limit;
        this.listed = listed;
        (End, Next, Border) = Walk();
    }

    public int End { get; }
    public int Next { get; }
    public Border Border { get; }

    private (int End, int Next, Border Border) Walk()
    {
        var group = StartsGroup(first);
        var closed = false;
        var depth = 0;
        for (var i = first; i < limit; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Mark && token.Mark is '(' or ')')
                depth += token.Mark == '(' ? 1 : -1;
            if (depth > 0)
                continue;
            if (Lexicon.Fields.Match(tokens, i) is var field and > 1 && i + field <= limit && !(i == first && group))
            {
                i += field - 1;
                continue;
            }

            group |= i > first && Lexicon.Several.At(tokens, i) && !IsSeparated(i);
            closed |= i > first && Lexicon.Closing.At(tokens, i);
            var separator = Separator(i);
            if (separator == 0)
                continue;
            var next = i + separator;
            var border = Decide(i, next, group, closed);
            if (border is { } found)
                return (i, next, found);
            i = next - 1;
        }

        return (limit, limit, Border.End);
    }

    private bool IsSeparated(int index) => tokens[index - 1].Kind == TokenKind.Mark || tokens[index - 1].Is(Lexicon.And);

    private bool StartsGroup(int index)
    {
        if (Lexicon.Several.At(tokens, index))
            return true;
        var noun = Lexicon.Generic.Match(tokens, index);
        return noun > 0 && tokens[index + noun].Kind == TokenKind.Mark && tokens[index + noun].Mark == ',' && Lexicon.Generic.At(tokens, index + noun + 1) && !IsProper(index + noun + 1);
    }

    /// <summary>How many tokens separate here: ",", "và", ", và", "phối hợp với", "/" between names.</summary>
    private int Separator(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.IsMark(',') || token.IsMark('/') || token.IsMark(':') || token.IsMark('.'))
        {
            if (token.Mark is '/' or '.' && !Lexicon.IsHead(tokens, index + 1, inside: true))
                return 0;

            // "VP.UBND tỉnh": the dot of an abbreviation.
            if (token.Mark == '.' && tokens[index + 1].Glued && tokens[index - 1] is { AllCapitals: true, Length: <= 3 })
                return 0;
            if (token.Mark == ':' && !(Lexicon.IsHead(tokens, index + 1, inside: true) && index > first))
                return 0;
            return 1 + Joined(index + 1);
        }

        return index > first ? Joined(index) : 0;
    }

    private int Joined(int index)
    {
        if (tokens[index].Is(Lexicon.And))
            return 1;
        var words = Lexicon.JoinWords.Match(tokens, index);
        return words > 0 && Lexicon.IsHead(tokens, index + words, inside: true) ? words : 0;
    }

    /// <summary>Null when the name goes on behind the separator.</summary>
    private Border? Decide(int separator, int next, bool group, bool closed)
    {
        if (next >= limit || listed || AndSoOn.At(tokens, next))
            return Border.Name;
        if (SplitsInitials(separator, next))
            return null;
        if (Lexicon.Several.At(tokens, next))
            return Lexicon.IsHead(tokens, next, inside: true) ? Border.Name : null;
        if (tokens[next].Is(Lexicon.Level))
            return Shared(separator) is var (shared, _) && shared.End > shared.First ? Border.Restore : null;
        if (Lexicon.Tiers.Match(tokens, next, out var tier) is var level and > 0)
        {
            if (Tier(separator, next, level, tier, group) is { } restored)
                return restored ? Border.Restore : null;
        }

        if (group && !closed && Lexicon.Generic.At(tokens, next) && !IsProper(next))
            return null;
        if (SharesHead(separator, next))
            return Border.Restore;
        if (Lexicon.IsHead(tokens, next, inside: true))
            return IsOneBody(separator, next) ? null : Border.Name;
        if (!tokens[next].Capital || tokens[separator].Is(Lexicon.And))
            return null;
        return ContinuesWithAnd(next) || IsOfMinistry(next) ? null : Border.Name;
    }

    /// <summary>"Trung tâm VH-TT và TT huyện": "và" stands inside shortened words.</summary>
    private bool SplitsInitials(int separator, int next) =>
        tokens[separator].Is(Lexicon.And) && separator - 1 > first && tokens[separator - 1] is { AllCapitals: true, Length: <= 4 } && tokens[next].AllCapitals && Shortened.At(tokens, next);

    private static readonly Words Shortened = new("tt|dl|xh|mt|cn|đt|ptnt|th|tdtt|hc");

    /// <summary>"Vụ Pháp chế, Cải cách hành chính": what has no head of its own belongs to the name; initials ("VTV") are a body.</summary>
    private bool IsOfMinistry(int next) => carried is null && Inner.At(tokens, first) && !tokens[next].AllCapitals;

    private static readonly Words Inner = new("vụ|cục|viện|học viện|trung tâm|tạp chí|phòng|ban|văn phòng");

    private static readonly Words AndSoOn = new("v.v|vv|v. v");

    /// <summary>"UBND cấp huyện, xã" and "UBND huyện, xã" share a head, "UBND huyện, thành phố" is one group.</summary>
    private bool? Tier(int separator, int next, int level, int tier, bool group)
    {
        var after = tokens[next + level];
        var (shared, withLevel) = Shared(separator);
        if (shared.End <= shared.First || (carried is null && !Lexicon.People.At(tokens, first) && !withLevel))
            return null;
        if (withLevel)
            return true;
        if (group)
            return null;
        var bare = after.Kind != TokenKind.Word || !after.Capital || after.AllCapitals && after.Length > 3;
        if (!bare)
            return true;
        var start = carried is null ? shared.End : first;
        var left = Lexicon.Tiers.Match(tokens, start, out var own);
        if (left == 0 || start + left != separator)
            return null;

        // thành phố stands beside tỉnh and beside huyện.
        return !(own == tier || (tier == 3 && own <= 2) || (own == 3 && tier <= 2) || (own == 4 && tier == 4));
    }

    /// <summary>"Sở Nội vụ, Tư pháp": a field alone behind a department.</summary>
    private bool SharesHead(int separator, int next)
    {
        var (shared, _) = Shared(separator);
        if (shared.End <= shared.First || shared.End - shared.First != 1 || !tokens[next].Capital)
            return false;
        var length = IsUnion(shared.First) ? Lexicon.Unions.Match(tokens, next) : IsDepartment(shared.First) ? Lexicon.Fields.Match(tokens, next) : 0;
        if (length == 0)
            return false;

        // "Công an tỉnh" is the police, not "Sở Công an".
        return next + length >= limit || tokens[next + length].Kind == TokenKind.Mark || tokens[next + length].Is(Lexicon.And) || !Lexicon.IsHead(tokens, next, inside: true);
    }

    private ((int First, int End) Head, bool WithLevel) Shared(int separator) => carried ?? HeadOf(tokens, first, separator);

    private static readonly ulong Union = WordKey.Of("hội");
    private static readonly ulong Department = WordKey.Of("sở");
    private static readonly ulong Ministry = WordKey.Of("bộ");
    private static readonly ulong Division = WordKey.Of("phòng");
    private static readonly ulong Newspaper = WordKey.Of("báo");

    private bool IsUnion(int index) => tokens[index].Is(Union);
    private bool IsDepartment(int index) => tokens[index].Is(Department) || tokens[index].Is(Ministry) || tokens[index].Is(Division);

    /// <summary>"Báo và Đài Phát thanh - Truyền hình tỉnh" is one body since the mergers of 2025.</summary>
    private bool IsOneBody(int separator, int next) => separator == first + 1 && tokens[first].Is(Newspaper) && tokens[separator].Is(Lexicon.And) && next > 0;

    /// <summary>A noun with a proper name behind it: "Sở Nội vụ", not the "Ban" of "Sở, Ban, Ngành".</summary>
    private bool IsProper(int index)
    {
        var after = index + Lexicon.Generic.Match(tokens, index);
        return tokens[after] is { Kind: TokenKind.Word, Capital: true } && after < limit && !Lexicon.Generic.At(tokens, after);
    }

    /// <summary>"Ban Kinh tế, Ngân sách và Pháp chế": an unknown name that lists its fields.</summary>
    private bool ContinuesWithAnd(int index)
    {
        for (var i = index; i < limit && i < index + 8; i++)
        {
            if (tokens[i].IsMark(',') || tokens[i].IsMark('('))
                return false;
            if (tokens[i].Is(Lexicon.And))
                return tokens[i + 1].Capital && !Lexicon.IsHead(tokens, i + 1, inside: true);
        }

        return false;
    }

    /// <summary>The part of a name that an elliptic neighbour shares: what stands before "cấp", a level or a field.</summary>
    public static ((int First, int End) Head, bool WithLevel) HeadOf(Tokens tokens, int first, int end)
    {
        for (var i = first + 1; i < end && i < first + 24; i++)
        {
            if (tokens[i].Is(Lexicon.Level) && Lexicon.Tiers.Match(tokens, i + 1, out _) > 0)
                return ((first, i), true);
        }

        var people = Lexicon.People.Match(tokens, first);
        if (people > 0)
            return ((first, first + people), false);
        if (Lexicon.ShortHeads.Match(tokens, first) == 1)
            return ((first, first + 1), false);

        // "Trung tâm Phục vụ hành chính công tỉnh, cấp xã": all but the level it ends with.
        return end > first + 2 && Lexicon.Tiers.Match(tokens, end - 1, out _) == 1 ? ((first, end - 1), false) : ((first, first), false);
    }
}
