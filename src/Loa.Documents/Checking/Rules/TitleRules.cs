using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking.Rules;

/// <summary>Elements 5 and 9a: kind and subject, or the subject and addressees of a letter.</summary>
internal static class TitleRules
{
    public static readonly Phrase ThirdToHalf = new("1/3 đến 1/2 độ dài dòng chữ", "a third to a half of the line");
    private static readonly LookRule KindLook = new(FormatElement.Kind, 13, 14) { Bold = true, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule SubjectLook = new(FormatElement.Subject, 13, 14) { Bold = true, Italic = false, Capitals = false, Centred = true };
    private static readonly LookRule LetterLook = new(FormatElement.LetterSubject, 12, 13) { Bold = false, Italic = false, Capitals = false, Centred = true };
    private static readonly LookRule AddresseeLook = new(FormatElement.Addressees, 13, 14) { Bold = false, Italic = false };

    public static void Check(LaidDocument document, DocumentElements elements, Findings findings)
    {
        AddresseeLook.Check(elements.Addressees, findings);
        if (elements.IsLetter)
        {
            LetterLook.Check(elements.LetterSubject, findings);
            if (elements.LetterSubject[0].Cell is not { Column: 0 })
                findings.Add(FormatElement.LetterSubject, FormatProperty.Position, new("không ở dưới số, ký hiệu", "not below the number"), new("khối bên trái, dưới số, ký hiệu", "left block, below the number"), elements.LetterSubject[0]);
            if (elements.Addressees.Count == 0)
                findings.Missing(FormatElement.Addressees);
            return;
        }

        if (elements.Kind is null)
        {
            findings.Missing(FormatElement.Kind);
            return;
        }

        KindLook.Check(elements.Kind, findings);
        if (elements.Subject.Count == 0)
        {
            findings.Missing(FormatElement.Subject);
            return;
        }

        SubjectLook.Check(elements.Subject, findings);
        RuleFinder.Check(document, elements.Subject[^1], FormatElement.Subject, (0.3, 0.53), ThirdToHalf, findings);
    }
}
