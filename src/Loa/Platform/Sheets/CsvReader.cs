using System.Text;

namespace Loa.Platform.Sheets;

/// <summary>CSV as spreadsheets write it: comma, semicolon or tab (the head line tells which), quotes doubled, line breaks inside quotes.</summary>
internal static class CsvReader
{
    private const int HeadLength = 8_000;

    public static IEnumerable<SheetRow> Read(Stream stream, SheetBudget budget)
    {
        using var reader = new StreamReader(new CountingStream(stream, budget), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 14);
        var rows = new Lines(reader, budget);
        while (Guard(rows) is { } row)
        {
            yield return row;
        }
    }

    private static SheetRow? Guard(Lines rows)
    {
        try
        {
            return rows.Next();
        }
        catch (DecoderFallbackException e)
        {
            throw new SheetRefusedException(SheetRefusal.NotASheet, e);
        }
    }

    private sealed class Lines(TextReader reader, SheetBudget budget)
    {
        private readonly StringBuilder cell = new();
        private char separator;
        private string ahead = "";
        private int position;
        private int number;

        public SheetRow? Next()
        {
            if (separator == '\0')
            {
                Start();
            }

            while (Peek() >= 0)
            {
                number++;
                var cells = Line();
                if (cells.Exists(text => text.Length > 0))
                {
                    budget.CountRow();
                    return new SheetRow(number, cells);
                }

                budget.Check();
            }

            return null;
        }

        /// <summary>Looks at the head line without using it up.</summary>
        private void Start()
        {
            var buffer = new char[HeadLength];
            var length = reader.ReadBlock(buffer, 0, buffer.Length);
            ahead = new string(buffer, 0, length);
            if (ahead.Contains('\0', StringComparison.Ordinal))
            {
                throw new SheetRefusedException(SheetRefusal.NotASheet);
            }

            var head = ahead.AsSpan();
            var end = head.IndexOfAny('\r', '\n');
            var line = (end < 0 ? head : head[..end]).ToString();
            separator = ",;\t".MaxBy(candidate => line.Count(c => c == candidate));
        }

        private int Peek() => position < ahead.Length ? ahead[position] : reader.Peek();

        private int Take() => position < ahead.Length ? ahead[position++] : reader.Read();

        private List<string> Line()
        {
            var cells = new List<string>();
            var first = number;
            while (true)
            {
                budget.CheckColumn(cells.Count);
                var last = Cell();
                cells.Add(CsvFormula.Rearm(budget.Cell(cell.ToString())));
                if (last)
                {
                    // A break inside quotes is no line of the sheet's own.
                    number = first;
                    return cells;
                }
            }
        }

        /// <summary>True at the end of a line.</summary>
        private bool Cell()
        {
            cell.Clear();
            var quoted = false;
            while (true)
            {
                var c = Take();
                if (c < 0)
                {
                    return true;
                }

                if (c == '"' && (quoted || cell.Length == 0))
                {
                    if (quoted && Peek() == '"')
                    {
                        Take();
                        Add('"');
                    }
                    else
                    {
                        quoted = !quoted;
                    }
                }
                else if (!quoted && c == separator)
                {
                    return false;
                }
                else if (!quoted && c is '\n' or '\r')
                {
                    if (c == '\r' && Peek() == '\n')
                    {
                        Take();
                    }

                    return true;
                }
                else
                {
                    Add((char)c);
                }
            }
        }

        private void Add(char c)
        {
            cell.Append(c);
            budget.CheckCell(cell.Length);
        }
    }
}
