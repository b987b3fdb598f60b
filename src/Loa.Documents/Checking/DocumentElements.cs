using Loa.Documents.Checking.Layout;

namespace Loa.Documents.Checking;

/// <summary>Which paragraph is which element; what was not found is null or empty.</summary>
internal sealed class DocumentElements
{
    public LaidParagraph? StateName { get; set; }
    public LaidParagraph? Motto { get; set; }
    public List<LaidParagraph> Superior { get; } = [];
    public List<LaidParagraph> Issuer { get; } = [];
    public LaidParagraph? Number { get; set; }
    public LaidParagraph? PlaceAndDate { get; set; }
    public LaidParagraph? Kind { get; set; }
    public List<LaidParagraph> Subject { get; } = [];
    public List<LaidParagraph> LetterSubject { get; } = [];
    public List<LaidParagraph> Addressees { get; } = [];
    public List<LaidParagraph> Bases { get; } = [];
    public List<SectionLabel> Sections { get; } = [];
    public List<LaidParagraph> Text { get; } = [];

    /// <summary>Bases, titles and text in their order.</summary>
    public List<LaidParagraph> Flow { get; } = [];
    public List<LaidParagraph> Authority { get; } = [];
    public LaidParagraph? SignerName { get; set; }
    public LaidParagraph? RecipientsTitle { get; set; }
    public List<LaidParagraph> Recipients { get; } = [];
    public List<AnnexElements> Annexes { get; } = [];

    public bool IsLetter => LetterSubject.Count > 0 && Kind is null;
}

internal enum LabelForm
{
    /// <summary>"Phần I", "Chương I", "Mục 1": the label alone on its line, its title on the next.</summary>
    Word = 1,
    WordTitle = 2,
    Roman = 3,
    Other = 4,
}

internal sealed record SectionLabel(LaidParagraph Paragraph, LabelForm Form);

internal sealed class AnnexElements
{
    public required LaidParagraph Label { get; init; }
    public List<LaidParagraph> Title { get; } = [];
    public LaidParagraph? Reference { get; set; }
}
