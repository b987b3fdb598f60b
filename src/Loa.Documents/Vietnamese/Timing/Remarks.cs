using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Timing;

/// <summary>What tells several periods of one cell apart without being a time: "(đợt 1)", "tổng kết:".</summary>
internal static class Remarks
{
    private const int LongestRemark = 12;
    private const int LongestLabel = 5;

    /// <summary>Behind the label of a further period ("đợt 2:", "tổng kết:"), or -1.</summary>
    public static int AfterLabel(Tokens tokens, int index)
    {
        for (var i = index; i < index + LongestLabel; i++)
        {
            if (tokens[i].IsMark(':'))
                return i + 1;
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                break;
        }

        return -1;
    }

    /// <summary>Behind "(đợt 1)", ": xây dựng kế hoạch"; the token itself where no remark stands, or one that holds a time.</summary>
    public static int After(Tokens tokens, int index)
    {
        var bracketed = tokens[index].IsMark('(');
        if (!bracketed && !tokens[index].IsMark(':'))
            return index;
        for (var i = index + 1; i <= index + LongestRemark && (!bracketed || tokens[i].Kind != TokenKind.End); i++)
        {
            if (bracketed && tokens[i].IsMark(')'))
                return i + 1;
            if (!bracketed && (tokens[i].IsMark(';') || tokens[i].StartsLine || tokens[i].Kind == TokenKind.End))
                return i;
            if (TimeWords.IsYear(tokens, i) || TimeWords.EveryYear.At(tokens, i))
                break;
        }

        return index;
    }
}
