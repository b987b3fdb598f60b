using System.Text.RegularExpressions;
using Loa.Documents.Checking.Layout;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Documents.Writing;

namespace Loa.Documents.Checking;

/// <summary>Finds the elements of a document by their words and their places, never by their look: that is what is to be checked.</summary>
internal sealed partial class ElementFinder
{
    /// <summary>Non-blank paragraphs among which the heading is looked for.</summary>
    private const int HeadingReach = 30;

    private static readonly HashSet<string> Kinds = [.. DocumentKind.All.Select(k => Folding.Fold(k.Name))];
    private static readonly string[] Territories = ["TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "THỊ XÃ", "THỊ TRẤN", "ĐẶC KHU"];

    private readonly LaidDocument _document;
    private readonly DocumentElements _found = new();
    private readonly List<LaidParagraph> _filled;

    private ElementFinder(LaidDocument document)
    {
        _document = document;
        _filled = [.. document.Paragraphs.Where(p => !p.IsBlank)];
    }

    public static DocumentElements Find(LaidDocument document)
    {
        var finder = new ElementFinder(document);
        var body = finder.Heading();
        body = finder.Addressees(body);
        var end = new ClosingFinder(document, finder._filled, finder._found).Find(body);
        finder.Body(body, end);
        return finder._found;
    }

    /// <summary>Finds everything above the text; returns where the text begins among the filled paragraphs.</summary>
    private int Heading()
    {
        var last = -1;
        for (var i = 0; i < _filled.Count && i < HeadingReach; i++)
        {
            var paragraph = _filled[i];
            if (!Heading(paragraph, i))
                continue;
            last = i;
            if (paragraph == _found.Kind)
            {
                last = Subject(i);
                break;
            }
        }

        Names();
        return last + 1;
    }

    private bool Heading(LaidParagraph paragraph, int at)
    {
        var folded = paragraph.Folded;
        if (folded.Contains("cong hoa xa hoi chu nghia", StringComparison.Ordinal) && _found.StateName is null)
            _found.StateName = paragraph;
        else if (folded.StartsWith("doc lap", StringComparison.Ordinal) && folded.Contains("hanh phuc", StringComparison.Ordinal) && _found.Motto is null)
            _found.Motto = paragraph;
        else if (_found.Number is null && folded.Length < 60 && NumberLine().IsMatch(folded))
            _found.Number = paragraph;
        else if (_found.PlaceAndDate is null && folded.Length < 90 && DateLine().IsMatch(folded))
            _found.PlaceAndDate = paragraph;
        else if (_found.LetterSubject.Count == 0 && folded.StartsWith("v/v", StringComparison.Ordinal))
            LetterSubject(paragraph, at);
        else if (_found.Kind is null && _found.LetterSubject.Count == 0 && paragraph.Cell is null && Kinds.Contains(folded))
            _found.Kind = paragraph;
        else
            return false;
        return true;
    }

    private void LetterSubject(LaidParagraph first, int at)
    {
        for (var i = at; i < _filled.Count && i < at + 5 && (i == at || (first.Cell is not null && _filled[i].Cell == first.Cell)); i++)
            _found.LetterSubject.Add(_filled[i]);
    }

    private int Subject(int kind)
    {
        var last = kind;
        for (var i = kind + 1; i < _filled.Count && i <= kind + 4; i++)
        {
            var paragraph = _filled[i];
            var continues = i == kind + 1 || (paragraph.Look.Justify == "center" && paragraph.Index == _filled[i - 1].Index + 1);
            if (!continues || paragraph.Cell is not null || (Opens(paragraph) && !(i == kind + 1 && IsSubject(paragraph.Folded))))
                break;
            _found.Subject.Add(paragraph);
            last = i;
        }

        return last;
    }

    /// <summary>"Thực hiện Kế hoạch số …": right below the kind it is what the document is about, as long as no mark ends it as one ends a basis.</summary>
    private static bool IsSubject(string folded) => IsBasis(folded) && !folded.StartsWith("can cu ", StringComparison.Ordinal) && folded[^1] is not (';' or '.' or ',' or ':');

    private static bool Opens(LaidParagraph paragraph) =>
        IsBasis(paragraph.Folded) || SignerTitles.OpensSignature(paragraph.Text.Trim()) || paragraph.Folded.StartsWith("kinh gui", StringComparison.Ordinal) || paragraph.Folded.StartsWith('(') || Form(paragraph) is not null;

    /// <summary>The names stand beside the state name, in the same row of the same table, to its left.</summary>
    private void Names()
    {
        if (_found.StateName?.Cell is not { } state)
            return;
        var names = _filled.Where(p => p.Cell is { } cell && cell.Table == state.Table && cell.Row <= state.Row && cell.Column < state.Column
            && p != _found.Number && !_found.LetterSubject.Contains(p)).ToList();
        if (names.Count == 0)
            return;
        var issuer = names.Count > 1 && Territories.Any(t => names[^1].Text.TrimStart().StartsWith(t + " ", StringComparison.OrdinalIgnoreCase)) ? 2 : 1;
        _found.Superior.AddRange(names.Take(names.Count - issuer));
        _found.Issuer.AddRange(names.Skip(names.Count - issuer));
    }

    private int Addressees(int from)
    {
        if (from >= _filled.Count || !_filled[from].Folded.StartsWith("kinh gui", StringComparison.Ordinal))
            return from;
        var alone = _filled[from].Folded.TrimEnd(':', ' ') == "kinh gui";
        _found.Addressees.Add(_filled[from++]);
        while (alone && from < _filled.Count && _filled[from].Folded.StartsWith('-'))
        {
            _found.Addressees.Add(_filled[from++]);
            if (_filled[from - 1].Folded.EndsWith('.'))
                break;
        }

        return from;
    }

    private void Body(int from, int end)
    {
        var bases = true;
        LabelForm? previous = null;
        for (var i = from; i < end; i++)
        {
            var paragraph = _filled[i];
            if (paragraph.Cell is not null)
            {
                bases = false;
                continue;
            }

            _found.Flow.Add(paragraph);
            bases = bases && IsBasis(paragraph.Folded) && ((paragraph.Folded.StartsWith("can cu", StringComparison.Ordinal) && !paragraph.Folded.EndsWith(':')) || paragraph.Folded.EndsWith(';') || ContinuesBases());
            var form = previous == LabelForm.Word ? LabelForm.WordTitle : Form(paragraph);
            if (bases)
                _found.Bases.Add(paragraph);
            else if (form is { } label)
                _found.Sections.Add(new(paragraph, label));
            else
                _found.Text.Add(paragraph);
            previous = bases ? null : form;
        }
    }

    private bool ContinuesBases() => _found.Bases.Count > 0 && _found.Bases[^1].Folded.EndsWith(';');

    private static bool IsBasis(string folded) =>
        folded.StartsWith("can cu ", StringComparison.Ordinal) || folded.StartsWith("thuc hien ", StringComparison.Ordinal)
        || folded.StartsWith("xet ", StringComparison.Ordinal) || folded.StartsWith("theo de nghi ", StringComparison.Ordinal);

    private static LabelForm? Form(LaidParagraph paragraph)
    {
        var text = paragraph.Text.Trim();
        if (WordLabel().IsMatch(text))
            return LabelForm.Word;
        if (RomanLabel().IsMatch(text))
            return LabelForm.Roman;
        return null;
    }

    [GeneratedRegex(@"^so\s*:?[\s.…]*\d*[\s.…]*/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"ngay.*thang.*nam", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(Phần|Chương|PHẦN|CHƯƠNG) [IVXLC]+\.?$|^(Mục|MỤC) \d+\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordLabel();

    [GeneratedRegex(@"^[IVXLC]+\. ?\S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RomanLabel();
}
