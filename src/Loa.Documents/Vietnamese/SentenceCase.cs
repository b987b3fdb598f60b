using System.Text;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Turns a name printed in capitals into the casing of running text.</summary>
public static class SentenceCase
{
    /// <summary>"ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" → "Ủy ban nhân dân tỉnh Nghệ An".</summary>
    /// <param name="capitals">The printed name; what is not all capitals comes back unchanged.</param>
    /// <param name="body">Text of the document: where it prints the same name, its casing wins.</param>
    /// <param name="place">The place of the date line ("Nghệ An"), whose words are proper names.</param>
    public static string Of(string capitals, string? body = null, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(capitals);
        if (!IsCapitals(capitals))
            return capitals;
        if (body is not null && FindCasing(capitals, body) is { } printed)
            return printed;
        if (IssuedAt(capitals) is var named and > 0)
            return Cased(capitals[..named], place) + Of(capitals[named..], body, place);
        return Cased(capitals, place);
    }

    /// <summary>At least two letters, none lower case, brackets left aside.</summary>
    public static bool IsCapitals(string text)
    {
        var upper = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                upper++;
        }

        return upper > 1;
    }

    private static string? FindCasing(string capitals, string body)
    {
        for (var start = 0; start < body.Length;)
        {
            var at = body.IndexOf(capitals, start, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var found = body.Substring(at, capitals.Length);
            if (!IsCapitals(found))
                return char.ToUpperInvariant(found[0]) + found[1..];
            start = at + capitals.Length;
        }

        return null;
    }

    private static readonly Words Issuing = new("ban hành|phê duyệt|thông qua|công bố|về việc ban hành|về việc phê duyệt|v/v ban hành|v/v phê duyệt|sửa đổi, bổ sung|điều chỉnh");

    private static readonly Words Issued = new(
        "kế hoạch|đề án|chương trình|quy chế|quy định|chiến lược|danh mục|dự án|phương án|bộ chỉ số|bộ tiêu chí|quy trình|nghị quyết|quyết định|chỉ thị|nội quy|điều lệ|hướng dẫn|đề cương");

    /// <summary>Where the issued document is named behind "Ban hành", "Phê duyệt": it opens with a capital of its own.</summary>
    private static int IssuedAt(string capitals)
    {
        var tokens = Tokens.Read(capitals);
        var verb = Issuing.Match(tokens, 0);
        return verb > 0 && Issued.At(tokens, verb) ? tokens[verb].Start : 0;
    }

    // A place name is short; these words go on with the sentence behind it.
    private static readonly Words BehindPlace = new(
        "năm|giai đoạn|đến|và|từ|trong|về|quý|tháng|trên|theo|định hướng|tầm nhìn|theo|với|cho|của|được|đối với|do|tại|bằng|để|nhằm|lần|khóa|nhiệm kỳ|có|thực hiện|thuộc|trực thuộc|hiện|sau|trước|đã|là|các|gắn|qua|6|9");

    // "cán bộ", "cơ sở", "phòng, chống" hold words that open a body's name elsewhere.
    private static readonly Words CommonTails = new(
        "cán bộ|toàn bộ|nội bộ|tiến bộ|đồng bộ|cơ sở|trụ sở|công sở|quốc phòng|dự phòng|đường bộ|chi bộ|cục bộ|phòng ngừa|hồ sở|trường sở");

    private static readonly Words CommonHeads = new(
        "ban hành|sở, ban|sở, ngành|sở ngành|sở, phòng|ban, ngành|bộ, ngành|bộ, cơ quan|phòng, ban|sở - ban|ban - ngành|bộ phận|bộ máy|bộ chỉ số|bộ tiêu chí|bộ thủ tục|bộ đội|bộ luật|bộ câu hỏi|bộ dữ liệu|bộ mặt|bộ tài liệu|bộ nhận diện|phòng chống|phòng, chống|phòng ngừa|phòng cháy|phòng bệnh|phòng họp|phòng dịch|sở hữu|sở tại|trường hợp|hội nghị|hội thi|hội thảo|hội nhập|hội họp|báo cáo|vụ việc|viện trợ");

    private static bool IsCommon(Tokens tokens, int index) => CommonHeads.At(tokens, index) || (index > 0 && CommonTails.At(tokens, index - 1));

    private static readonly Words Places = new("tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu");
    private static readonly Words Bodies = new("sở|bộ|phòng|cục|chi cục|tổng cục|vụ|viện|văn phòng|trung tâm|thanh tra|ban|trường|báo|đài|hội|liên đoàn|ngân hàng|học viện|ban quản lý|tổng công ty");

    // Names with a casing of their own, whatever stands before them; only the first letter is a capital.
    private static readonly Words Names = new(
        "ủy ban nhân dân|hội đồng nhân dân|ủy ban|hội đồng|ủy ban mặt trận tổ quốc|chính phủ|thủ tướng|quốc hội|công an|ban chỉ đạo|ban chấp hành|ban thường vụ|ban tổ chức|ban tuyên giáo|ban dân vận|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đảng bộ|trung ương|chủ tịch|văn phòng|"
        + "sở|bộ|phòng|cục|chi cục");

    /// <summary>The party committee of a place: its name follows at once.</summary>
    private static readonly Words Committees = new("tỉnh ủy|thành ủy|huyện ủy");

    private static readonly Words Proper = new("việt nam|hồ chí minh|hà nội");
    private static readonly Words Abbreviations = new("ubnd|hđnd|tp|mttq|ubmttq|cchc|tthc|bql|kcn|kkt|đbqh|vp|vpcp|ptnt|tnmt|gtvt|khcn|qlda|bhxh|ttđt|tttt|pt|th|qs|chqs|tw|tu|ban tgdv");

    private const int LongestPlace = 4;

    /// <summary>"Thành phố Hồ Chí Minh" on the date line: what kind of place it is has no capital inside a name.</summary>
    private static string WithoutKind(string place)
    {
        var tokens = Tokens.Read(place);
        var kind = Places.Match(tokens, 0);
        return kind > 0 && kind < tokens.Count ? place[tokens[kind].Start..] : place;
    }

    private static string Cased(string capitals, string? place)
    {
        var tokens = Tokens.Read(capitals);
        var result = new StringBuilder(capitals.ToLowerInvariant());
        if (result.Length != capitals.Length)
            return capitals;
        var placeWords = place is { Length: > 0 and < 60 } && !IsCapitals(place) ? new Words(WithoutKind(place)) : null;
        var inName = false;
        var inPlace = false;
        var placeEnd = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark)
            {
                inPlace = inPlace && tokens[i].Mark is not (',' or ';' or '-' or '(' or ':');
                continue;
            }

            inPlace = inPlace && i < placeEnd && tokens[i].Kind == TokenKind.Word && !BehindPlace.At(tokens, i);
            if (tokens[i].Kind != TokenKind.Word)
                continue;
            if (IsAbbreviation(tokens, i))
            {
                Restore(tokens[i]);
                continue;
            }

            var proper = placeWords?.Match(tokens, i) is > 0 and var own ? own : Proper.Match(tokens, i);
            if (proper > 0)
            {
                for (var end = i + proper; i < end; i++)
                    Capital(tokens[i]);
                i--;
                inPlace = false;
                continue;
            }

            if (Places.Match(tokens, i) is var placed and > 0 && !IsHolding(tokens, i))
            {
                (inName, inPlace, placeEnd) = (false, true, i + placed + LongestPlace);
                if (i == 0)
                    Capital(tokens[0]);
                i += placed - 1;
                continue;
            }

            if (Names.Match(tokens, i) is var name and > 0 && !inPlace && !IsCommon(tokens, i))
            {
                Capital(tokens[i]);
                inName = Bodies.At(tokens, i);
                (inPlace, placeEnd) = (Committees.At(tokens, i), i + name + LongestPlace);
                i += name - 1;
                if (inName)
                    NextCapital(ref i);
                continue;
            }

            var joint = i > 0 && inName && (tokens[i - 1].Kind == TokenKind.Mark || tokens[i - 1].Is(And));
            if (i == 0 || inPlace || joint)
                Capital(tokens[i]);
            if (i == 0 && Bodies.Match(tokens, 0) is var body and > 0 && !IsCommon(tokens, 0))
            {
                inName = true;
                i = body - 1;
                NextCapital(ref i);
            }
        }

        return result.ToString();

        void Capital(in Token token) => result[token.Start] = capitals[token.Start];

        void Restore(in Token token)
        {
            for (var at = token.Start; at < token.End; at++)
                result[at] = capitals[at];
        }

        // The field behind "Sở", "Bộ", "Phòng" opens with a capital, unless a place or a name of its own follows.
        void NextCapital(ref int at)
        {
            if (tokens[at + 1].Kind == TokenKind.Word && !Places.At(tokens, at + 1) && !Names.At(tokens, at + 1) && !IsAbbreviation(tokens, at + 1) && !tokens[at + 1].Is(And))
                Capital(tokens[++at]);
        }
    }

    private static readonly ulong And = WordKey.Of("và");
    private static readonly Words Holding = new("phường hội|xã hội|bộ phận|thành phố thông minh|xã hội chủ nghĩa|tỉnh ủy|huyện ủy|thị xã ủy");

    private static bool IsHolding(Tokens tokens, int index) => Holding.At(tokens, index);

    /// <summary>A listed abbreviation, or letters without a vowel.</summary>
    private static bool IsAbbreviation(Tokens tokens, int index)
    {
        if (Abbreviations.Match(tokens, index) == 1)
            return true;
        foreach (var c in tokens.Text.AsSpan(tokens[index].Start, tokens[index].Length))
        {
            if (Letters.IsVowel(Letters.PlainCode(Letters.Code(c))))
                return false;
        }

        return true;
    }
}
