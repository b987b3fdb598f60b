using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Tells an administrative document in Vietnamese from everything else.</summary>
internal static class PlanRecognition
{
    private const string Toned = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
    private static readonly System.Buffers.SearchValues<char> TonedLetters = System.Buffers.SearchValues.Create(Toned + Toned.ToUpperInvariant());

    /// <exception cref="DocumentException">Hardly a Vietnamese letter in the text.</exception>
    public static void CheckLanguage(List<Line> lines)
    {
        int letters = 0, toned = 0;
        foreach (var line in lines)
        {
            Count(line.Value, ref letters, ref toned);
            if (line.Table is { } table)
            {
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells)
                    {
                        foreach (var paragraph in cell.Paragraphs)
                            Count(paragraph.Text, ref letters, ref toned);
                    }
                }
            }

            if (letters > 20_000)
                break;
        }

        if (letters == 0)
            throw new DocumentException(DocumentFailure.Empty);

        // Running Vietnamese has a marked letter in every third or fourth; a name or two in a foreign text stays far below.
        if (toned * 12 < letters)
            throw new DocumentException(DocumentFailure.NotVietnamese);
    }

    /// <exception cref="DocumentException">Neither a kind of document nor the signs of one.</exception>
    public static void CheckKind(DocumentPart part)
    {
        if (part.Kind is not null && (part.Body.Count > 0 || part.Preamble.Count > 0))
            return;
        var signs = 0;
        foreach (var line in part.Head.Take(30))
        {
            var folded = line.Folded;
            if (folded.StartsWith("cong hoa xa hoi", StringComparison.Ordinal) || folded.StartsWith("v/v", StringComparison.Ordinal) || folded.StartsWith("kinh gui", StringComparison.Ordinal)
                || DocumentReferences.ReadHeading(line.Value) is not null)
                signs++;
        }

        foreach (var line in part.Preamble.Take(10))
        {
            if (LegalBases.OpensPreamble(line.Value))
                signs++;
        }

        if (part.Closing.Exists(Closings.OpensRecipients))
            signs++;
        if (signs < 2)
            throw new DocumentException(DocumentFailure.NotAPlan);
    }

    private static void Count(string text, ref int letters, ref int toned)
    {
        var span = text.AsSpan();
        foreach (var c in span)
        {
            if (char.IsLetter(c))
                letters++;
        }

        for (var at = span.IndexOfAny(TonedLetters); at >= 0; at = span.IndexOfAny(TonedLetters))
        {
            toned++;
            span = span[(at + 1)..];
        }
    }
}
