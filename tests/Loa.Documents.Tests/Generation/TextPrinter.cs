using System.Text;

namespace Loa.Documents.Tests.Generation;

/// <summary>What extraction does to a text on the way out of a page.</summary>
[Flags]
internal enum TextNoise
{
    None = 0,
    Markup = 1,
    Decomposed = 2,
    SoftHyphens = 4,
    PageCuts = 8,
    SingleLines = 16,
    LostHeading = 32,
}

/// <summary>Prints a plan as extracted text: paragraphs on lines, table rows with tabs.</summary>
internal sealed class TextPrinter(Dice dice, TextNoise noise)
{
    private readonly StringBuilder _text = new();

    public static string Print(GeneratedPlan plan, TextNoise noise)
    {
        var printer = new TextPrinter(new Dice(plan.Seed), noise);
        foreach (var layout in plan.Layout)
            printer.Write(layout);
        var text = printer._text.ToString();
        return noise.HasFlag(TextNoise.Decomposed) ? text.Normalize(NormalizationForm.FormD) : text;
    }

    private void Write(Layout layout)
    {
        switch (layout)
        {
            case HeadingLayout heading:
                if (!noise.HasFlag(TextNoise.LostHeading))
                {
                    heading.Issuer.ToList().ForEach(Line);
                    Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                    Line("Độc lập - Tự do - Hạnh phúc");
                }

                Line(heading.NumberLine);
                Line(heading.PlaceLine);
                break;
            case TextLayout { Look: Look.Bold or Look.CenteredBold } text when noise.HasFlag(TextNoise.Markup) && dice.Chance(30):
                Line($"**{text.Typed}**");
                break;
            case TextLayout text:
                Line(Cut(Soften(text.Typed)));
                break;
            case SignatureLayout signature:
                Line("Nơi nhận:");
                signature.Recipients.ToList().ForEach(r => Line($"- {r};"));
                Line("- Lưu: VT, TH.");
                signature.Lines.ToList().ForEach(Line);
                Line(signature.Name);
                break;
            case TableLayout table:
                Table(table);
                break;
            case PageBreakLayout:
                _text.Append('\n');
                break;
        }
    }

    private void Line(string text) => _text.Append(text).Append(noise.HasFlag(TextNoise.SingleLines) ? "\n" : "\n\n");

    /// <summary>A page ends inside the sentence: the rest starts in lower case.</summary>
    private string Cut(string text)
    {
        if (!noise.HasFlag(TextNoise.PageCuts) || text.Length < 60 || !dice.Chance(15))
            return text;
        var at = text.IndexOf(' ', text.Length / 2);
        return at > 0 && at + 1 < text.Length && char.IsLower(text[at + 1]) && char.IsLower(text[at - 1]) ? text[..at] + "\n\n" + text[(at + 1)..] : text;
    }

    private string Soften(string text) =>
        noise.HasFlag(TextNoise.SoftHyphens) && dice.Chance(30) ? text.Replace("thủ tục", "thủ t\u00ADục", StringComparison.Ordinal).Replace(" của ", "\u00A0của ", StringComparison.Ordinal) : text;

    private void Table(TableLayout table)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var cells = table.Rows[i].SelectMany(cell => Enumerable.Repeat("", cell.Span - 1).Prepend(string.Join(' ', cell.Paragraphs))).ToList();
            var cut = noise.HasFlag(TextNoise.PageCuts) && i >= table.HeadingRows && dice.Chance(15) ? Halves(cells[1]) : null;
            if (cut is not null)
            {
                var content = cut.Value;
                Row([cells[0], content.First, .. cells.Skip(2)]);
                _text.Append('\n');
                Row(["", content.Second, .. cells.Skip(2).Select(_ => "")]);
            }
            else
            {
                Row(cells);
            }
        }

        _text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => _text.AppendJoin('\t', cells).Append('\n');

    private static (string First, string Second)? Halves(string text)
    {
        var at = text.Length < 30 ? -1 : text.IndexOf(' ', text.Length / 2);
        return at > 0 && at + 1 < text.Length && char.IsLower(text[at + 1]) ? (text[..at], text[(at + 1)..]) : null;
    }
}
