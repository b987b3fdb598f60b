namespace Loa.Documents.Blocks.Pages;

/// <summary>Finds ruling lines in a grey image as long dark runs; lines that lean a little come in steps, which are joined.</summary>
internal sealed class RuleFinder(byte[] grey, int width, int height, double pixelsPerPoint)
{
    private const byte Dark = 150;
    private const double MinLength = 16;
    private const double MaxThickness = 4.5;

    private sealed class Band
    {
        public int Start, End, First, Last;
    }

    public List<Rule> Horizontal() => Find(height, width, width, 1);

    public List<Rule> Vertical() => Find(width, height, 1, width);

    /// <summary>Looks along <paramref name="lines"/> lines of <paramref name="length"/> pixels; the pixels of a line are <paramref name="along"/> bytes apart.</summary>
    private List<Rule> Find(int lines, int length, int across, int along)
    {
        var minimum = (int)(MinLength * pixelsPerPoint);
        // Steps of a leaning line are shorter than the line.
        var step = Math.Max(4, minimum / 2);
        var open = new List<Band>();
        var done = new List<Band>();
        for (var line = 0; line < lines; line++)
        {
            var origin = line * across;
            for (var at = 0; at < length; at++)
            {
                if (grey[origin + (at * along)] >= Dark)
                    continue;
                var start = at;
                while (at < length && grey[origin + (at * along)] < Dark)
                    at++;
                if (at - start >= step)
                    Join(open, start, at, line);
            }
            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (line - open[i].Last < 3)
                    continue;
                done.Add(open[i]);
                open.RemoveAt(i);
            }
        }
        done.AddRange(open);
        return [.. done.Where(b => IsRule(b, minimum)).Select(ToRule)];
    }

    private static void Join(List<Band> open, int start, int end, int line)
    {
        Band? into = null;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var band = open[i];
            if (band.Start > end + 2 || start > band.End + 2)
                continue;
            if (into == null)
            {
                (band.Start, band.End, band.Last) = (Math.Min(band.Start, start), Math.Max(band.End, end), line);
                into = band;
            }
            else
            {
                (into.Start, into.End, into.First) = (Math.Min(into.Start, band.Start), Math.Max(into.End, band.End), Math.Min(into.First, band.First));
                open.RemoveAt(i);
            }
        }
        if (into == null)
            open.Add(new Band { Start = start, End = end, First = line, Last = line });
    }

    private bool IsRule(Band band, int minimum)
    {
        var length = band.End - band.Start;
        var thickness = band.Last - band.First + 1;
        return length >= minimum && thickness <= (MaxThickness * pixelsPerPoint) + (length * 0.02);
    }

    private Rule ToRule(Band band) => new((band.First + band.Last + 1) / 2.0 / pixelsPerPoint, band.Start / pixelsPerPoint, band.End / pixelsPerPoint);
}
