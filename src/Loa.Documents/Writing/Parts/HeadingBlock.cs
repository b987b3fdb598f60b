namespace Loa.Documents.Writing.Parts;

/// <summary>
/// Writes the heading as a table without borders: the names above; number and date below on a row of their own, so that they stand
/// on one line however many lines the names take.
/// </summary>
internal sealed class HeadingBlock(ParagraphPen text, AdministrativeDocument document)
{
    public const string StateName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The decree wants a third to a half of the line.</summary>
    public const double RuleShare = 0.42;

    private readonly DocumentHeading _heading = document.Heading;

    public void Write()
    {
        var right = Sheet.TextWidth(landscape: false) - Sheet.HeadingLeft;
        using (new LayoutTable(text.Pen, Sheet.HeadingLeft, right))
        {
            Row(() => Names(), () => State(right));
            Row(Number, () => text.Write(Style.PlaceAndDate, $"{_heading.Place.Trim()}, {DocumentSymbol.DateInWords(_heading.Date, _heading.Year)}"));
        }
    }

    private void Row(Action left, Action right)
    {
        text.Pen.Start("tr");
        LayoutTable.NeverSplit(text.Pen);
        LayoutTable.Cell(text.Pen, Sheet.HeadingLeft, left);
        LayoutTable.Cell(text.Pen, Sheet.TextWidth(landscape: false) - Sheet.HeadingLeft, right);
        text.Pen.End();
    }

    private void Names()
    {
        if (!string.IsNullOrWhiteSpace(_heading.Superior))
            text.Write(Style.Superior, Capitals(_heading.Superior));
        var issuer = Capitals(_heading.Issuer);
        text.Write(Style.Issuer, issuer);
        text.Rule(Sheet.HeadingLeft, RuleShare * Math.Min(20 * TextWidth.Bold(issuer, Style.Issuer.Size), Sheet.HeadingLeft));
    }

    private void State(int width)
    {
        text.Write(Style.StateName, StateName);
        text.Write(Style.Motto, Motto);
        text.Rule(width, 20 * TextWidth.Bold(Motto, Style.Motto.Size));
    }

    private void Number()
    {
        text.Write(Style.Number, DocumentSymbol.NumberLine(_heading.Number, _heading.Symbol.Trim()));
        if (document.Kind.IsLetter)
            text.Write(Style.LetterSubject, $"V/v {document.Subject.Trim()}");
    }

    public static string Capitals(string text) => XmlText.Clean(text).Trim().ToUpperInvariant();
}
