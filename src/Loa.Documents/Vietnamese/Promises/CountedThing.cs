using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Promises;

/// <summary>A number with what it counts: "01 lần", "04 tin, bài", "01 tin hoặc 01 bài"; tokens [First, End).</summary>
/// <param name="Count">How many.</param>
/// <param name="Forms">The forms counted; empty for "lần" and the like.</param>
/// <param name="First">First token.</param>
/// <param name="End">Behind the last token.</param>
internal readonly record struct CountedThing(int Count, IReadOnlyList<CommunicationForm> Forms, int First, int End)
{
    private const int MostNumber = 5000;

    private static readonly Words Occasions = new("lần|lượt|kỳ|số|buổi|cuộc|đợt|lớp|chuyên đề|chương trình|video|clip|video clip|sản phẩm|văn bản|mô hình|ấn phẩm|câu chuyện|tác phẩm|tiết mục");
    private static readonly Words Either = new("hoặc|hay");
    private static readonly Words Times = new("lần");

    /// <summary>The counted thing whose number stands at <paramref name="index"/>.</summary>
    public static CountedThing? Read(Tokens tokens, int index)
    {
        if (One(tokens, index) is not { } thing)
            return null;
        while (Either.Match(tokens, thing.End) is var either and > 0 && One(tokens, thing.End + either) is { } other)
            thing = thing with { Forms = [.. thing.Forms.Union(other.Forms)], End = other.End };
        return thing;
    }

    public bool IsTimes(Tokens tokens) => Times.At(tokens, End - 1);

    private static CountedThing? One(Tokens tokens, int index)
    {
        var number = Numerals.Match(tokens, index, out var count);
        if (number == 0 || count is < 1 or > MostNumber || IsPartOfFigure(tokens, index, number))
            return null;
        var i = index + number;

        // "03 (04) lần": the number in brackets is another body's.
        if (tokens[i].IsMark('(') && tokens[i + 1].Kind == TokenKind.Number && tokens[i + 2].IsMark(')'))
            i += 3;
        var forms = new List<CommunicationForm>();
        var end = Occasions.Match(tokens, i) + i;
        if (Times.At(tokens, i))
            return new(count, forms, index, end);
        for (var form = CommunicationForms.At(tokens, end, out var code); form > 0; form = CommunicationForms.At(tokens, end + Joint(tokens, end), out code))
        {
            end += (forms.Count > 0 ? Joint(tokens, end) : 0) + form;
            if (!forms.Contains(code))
                forms.Add(code);
            if (Joint(tokens, end) == 0)
                break;
        }

        return end > i ? new(count, forms, index, end) : null;
    }

    /// <summary>"tin, bài", "tin/bài", "tin bài": one thing counted.</summary>
    private static int Joint(Tokens tokens, int index) =>
        tokens[index].Kind == TokenKind.Mark && tokens[index].Mark is ',' or '/' or '-' && tokens[index + 1].Kind == TokenKind.Word ? 1 : 0;

    /// <summary>A number inside a date, a reference or a decimal counts nothing.</summary>
    private static bool IsPartOfFigure(Tokens tokens, int index, int length)
    {
        ref readonly var before = ref tokens[index - 1];
        ref readonly var after = ref tokens[index + length];
        return (tokens[index] is { Kind: TokenKind.Number, Glued: true } && before.Kind == TokenKind.Mark && before.Mark is '/' or '.' or ',' or '-' && tokens[index - 2].Kind == TokenKind.Number)
            || (after is { Kind: TokenKind.Mark, Mark: '/' or '.' or ',', Glued: true } && tokens[index + length + 1] is { Kind: TokenKind.Number, Glued: true });
    }
}
