using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Plans;

/// <summary>Tells an administrative document in Vietnamese from everything else.</summary>
internal static class PlanRecognition
{
    private const int Enough = 20_000;

    /// <summary>Running Vietnamese has a marked letter in every third or fourth; a name or two in a foreign text stays far below.</summary>
    private const int LettersPerMarked = 12;

    /// <exception cref="DocumentException">Hardly a Vietnamese letter in the text.</exception>
    public static void CheckLanguage(IReadOnlyList<Paragraph> paragraphs)
    {
        var characters = 0;
        foreach (var paragraph in paragraphs)
            characters += paragraph.Text.Length;
        int letters = 0, marked = 0;
        foreach (var paragraph in paragraphs)
        {
            Count(paragraph.Text, ref letters, ref marked);

            // Were all the rest letters without a mark, it would still be enough: a plan is known by its first third.
            if (marked > 0 && marked * LettersPerMarked >= characters)
                return;
            if (letters > Enough)
                break;
        }

        if (letters == 0)
            throw new DocumentException(DocumentFailure.Empty);
        if (marked * LettersPerMarked < letters)
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

    private static void Count(string text, ref int letters, ref int marked)
    {
        foreach (var c in text)
        {
            if (!Letters.IsMarked(c))
                letters += char.IsLetter(c) ? 1 : 0;
            else
            {
                letters++;
                marked++;
            }
        }
    }
}
