using Loa.Documents.Vietnamese;

namespace Loa.Documents.Writing.Parts;

/// <summary>Writes <c>word/document.xml</c>: heading, text, closing, and each annex in a section of its own.</summary>
internal sealed class MainPart
{
    private readonly Pen _pen;
    private readonly ParagraphPen _text;
    private readonly IReadOnlyList<Annex> _annexes;
    private readonly bool _hasContact;

    private MainPart(Pen pen, Links links, IReadOnlyList<Annex> annexes, bool hasContact)
    {
        _pen = pen;
        _text = new ParagraphPen(pen, links);
        _annexes = annexes;
        _hasContact = hasContact;
    }

    public static void Write(Pen pen, AdministrativeDocument document, Links links) =>
        new MainPart(pen, links, document.Annexes, document.Contact is not null).Write(Reference(document), part => part.Text(document));

    public static void Write(Pen pen, DocumentFragment fragment, Links links) =>
        new MainPart(pen, links, fragment.Annexes, hasContact: false).Write(null, part => part.Text(fragment));

    /// <param name="reference">What the annexes belong to; null where that has no number of its own.</param>
    /// <param name="text">Writes what stands before the annexes.</param>
    private void Write(string? reference, Action<MainPart> text)
    {
        _pen.Root("document");
        _pen.Start("body");
        text(this);
        EndSection(landscape: false, annex: 0);
        for (var i = 0; i < _annexes.Count; i++)
            Annex(_annexes[i], i + 1, reference);
        _pen.End();
        _pen.End();
    }

    private void Text(AdministrativeDocument document)
    {
        new HeadingBlock(_text, document).Write();
        Title(document);
        Addressees(document.Addressees);
        foreach (var (basis, last) in document.LegalBases.WithLast())
            _text.Write(Style.LegalBasis, basis.EndingWith(last ? "." : ";"));
        new BodyWriter(_text, Sheet.TextWidth(landscape: false)).Write(document.Body, keepLast: true);
        // Where the text ends with a table, the closing would join it without a paragraph between them.
        _text.Write(Style.Gap, "", keepWithNext: true);
        new ClosingBlock(_text, document).Write();
    }

    private void Text(DocumentFragment fragment) =>
        new BodyWriter(_text, Sheet.TextWidth(landscape: false)).Write(fragment.Body.Prepend(new SectionTitle(SectionLevel.Roman, fragment.Title.Trim()) { Label = fragment.Label?.Trim() ?? "" }), keepLast: false);

    private void Title(AdministrativeDocument document)
    {
        if (document.Kind.IsLetter)
            return;
        _text.Write(Style.Kind, HeadingBlock.Capitals(document.Kind.Name));
        var subject = document.Subject.Trim();
        _text.Write(Style.Subject, subject);
        var width = Sheet.TextWidth(landscape: false);
        _text.Rule(width, HeadingBlock.RuleShare * Math.Min(20 * TextWidth.Bold(subject, Style.Subject.Size), width));
        _text.Write(Style.Gap, "");
    }

    private void Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees is [var only])
        {
            _text.Write(Style.AddresseesAlone, $"Kính gửi: {only.Trim()}");
            return;
        }

        if (addressees.Count == 0)
            return;
        _text.Write(Style.AddresseesTitle, "Kính gửi:");
        foreach (var (addressee, last) in addressees.WithLast())
            _text.Write(Style.Addressee, $"- {addressee.Trim().TrimEnd(';', '.', ',')}{(last ? "." : ";")}");
        _text.Write(Style.Gap, "");
    }

    private void Annex(Annex annex, int number, string? reference)
    {
        _text.Write(Style.AnnexLabel, _annexes.Count == 1 ? "Phụ lục" : $"Phụ lục {Numerals.ToRoman(number)}");
        _text.Write(Style.AnnexTitle, HeadingBlock.Capitals(annex.Title));
        if (reference is not null)
            _text.Write(Style.AnnexReference, reference);
        var width = Sheet.TextWidth(annex.Landscape);
        _text.Rule(width, width / 5.0, keepWithNext: true);
        _text.Write(Style.Gap, "", keepWithNext: true);
        new BodyWriter(_text, width).Write(annex.Content, keepLast: false);
        EndSection(annex.Landscape, number);
    }

    private static string Reference(AdministrativeDocument document)
    {
        var heading = document.Heading;
        var number = DocumentSymbol.NumberLine(heading.Number, heading.Symbol.Trim())["Số: ".Length..];
        var issuer = string.Join(' ', heading.Issuer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"(Kèm theo {document.Kind.InText} số {number} {DocumentSymbol.DateInWords(heading.Date, heading.Year)} của {issuer})";
    }

    private void EndSection(bool landscape, int annex)
    {
        var last = annex == _annexes.Count;
        _text.SectionEnd(last ? null : Section);
        if (last)
            Section();

        void Section() => SectionProperties(landscape, annex);
    }

    /// <summary>Page numbers start at 1 and are hidden on the first page of the document and of each annex.</summary>
    private void SectionProperties(bool landscape, int annex)
    {
        _pen.Start("sectPr");
        if (annex == 0)
            Reference("headerReference", "default", PackageParts.HeaderId);
        if (_hasContact && annex <= 1)
            Reference("footerReference", "first", annex == 0 ? PackageParts.FooterId : PackageParts.EmptyFooterId);
        _pen.Value("type", "nextPage");
        _pen.Start("pgSz");
        _pen.Attribute("w", landscape ? Sheet.Long : Sheet.Short);
        _pen.Attribute("h", landscape ? Sheet.Short : Sheet.Long);
        if (landscape)
            _pen.Attribute("orient", "landscape");
        _pen.End();
        _pen.Element("pgMar", ("top", Sheet.Top), ("right", Sheet.Right), ("bottom", Sheet.Bottom), ("left", Sheet.Left), ("header", Sheet.Header), ("footer", Sheet.Footer), ("gutter", 0));
        _pen.Element("pgNumType", ("start", 1));
        _pen.Empty("titlePg");
        _pen.End();
    }

    private void Reference(string name, string type, string id)
    {
        _pen.Start(name);
        _pen.Attribute("type", type);
        _pen.Xml.WriteAttributeString("r", "id", Pen.Relations, id);
        _pen.End();
    }
}
