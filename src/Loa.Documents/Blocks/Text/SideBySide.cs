namespace Loa.Documents.Blocks.Text;

/// <summary>
/// Two columns that plain text keeps apart by spaces: issuer beside the motto, recipients beside the signature.
/// A table of three and more columns is left alone: its rows cannot be told for certain.
/// </summary>
internal sealed class SideBySide
{
    private const int Gap = 3;
    private const int Slack = 14;
    private static readonly string[] Mottos = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM"];

    private readonly List<string> _left = [];
    private readonly List<string> _right = [];
    private int _column;
    private bool _heading;

    public bool IsOpen => _left.Count + _right.Count > 0;
    public IReadOnlyList<string> Left => _left;
    public IReadOnlyList<string> Right => _right;

    /// <summary>Takes the line when it belongs to the block, or opens one.</summary>
    public bool Take(ReadOnlySpan<char> line, bool afterGap)
    {
        line = line.TrimEnd();
        var start = line.IndexOfAnyExcept(' ');
        if (start < 0 || line.Contains('\t'))
            return false;
        if (NextGap(line, start) is var gap and >= 0)
            return TakeBoth(line, gap);
        if (!IsOpen || (_heading && afterGap))
            return false;
        if (start >= Math.Max(_column - Slack, Gap * 5))
            _right.Add(line.Trim().ToString());
        else if (!_heading && (line[start] is '-' or '+' or '–' || line[^1] is ';' or '.'))
            AddLeft(line.Trim());
        else
            return false;
        return true;
    }

    public void Clear()
    {
        _left.Clear();
        _right.Clear();
    }

    /// <summary>A recipient goes on under its dash.</summary>
    private void AddLeft(ReadOnlySpan<char> text)
    {
        if (!_heading && _left.Count > 0 && _left[^1] is ['-' or '+' or '–', .., not (';' or '.' or ':')] item && text[0] is not ('-' or '+' or '–'))
            _left[^1] = string.Concat(item, " ", text);
        else
            _left.Add(text.ToString());
    }

    private static bool OpensHeading(ReadOnlySpan<char> right)
    {
        foreach (var motto in Mottos)
        {
            if (right.StartsWith(motto))
                return true;
        }

        return false;
    }

    /// <summary>Where a run of spaces parts two columns; one that holds the place of a number or a day does not.</summary>
    private static int NextGap(ReadOnlySpan<char> line, int from)
    {
        for (var i = from; i + Gap <= line.Length; i++)
        {
            if (line[i] != ' ' || line[i..].IndexOfAnyExcept(' ') is not (>= Gap and var length))
                continue;
            var before = line[..i];
            if (!before.EndsWith("Số:") && !before.EndsWith("Số :") && !before.EndsWith("ngày") && !before.EndsWith("tháng") && !before.EndsWith("năm") && !before.EndsWith("Số"))
                return i;
            i += length;
        }

        return -1;
    }

    private bool TakeBoth(ReadOnlySpan<char> line, int gap)
    {
        var left = line[..gap].Trim();
        var right = line[gap..].TrimStart();
        if (NextGap(right, 0) >= 0)
            return false;
        if (!IsOpen)
        {
            _heading = OpensHeading(right);
            if (!_heading && !left.StartsWith("Nơi nhận"))
                return false;
            _column = line.Length - right.Length;
        }

        else if (!_heading && OpensHeading(right))
        {
            return false;
        }

        AddLeft(left);
        _right.Add(right.ToString());
        return true;
    }
}
