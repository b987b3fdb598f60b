namespace Loa.Documents.Checking;

/// <summary>What was found when a document was held against the format of Decree 30/2020/NĐ-CP, Annex I.</summary>
public sealed record FormatReport
{
    /// <summary>In the order of the elements; empty when the document keeps to the format.</summary>
    public required IReadOnlyList<Deviation> Deviations { get; init; }

    public bool Conforms => Deviations.Count == 0;
}

/// <summary>One thing that is not as the decree wants it.</summary>
public sealed record Deviation
{
    public required FormatElement Element { get; init; }

    /// <summary>The decree's element number, "5a"; null for what concerns the whole page.</summary>
    public required string? ElementNumber { get; init; }

    public required FormatProperty Property { get; init; }

    /// <summary>What was measured and what is wanted, in one Vietnamese sentence.</summary>
    public required string Vietnamese { get; init; }

    /// <summary>The same sentence in English.</summary>
    public required string English { get; init; }

    /// <summary>How many paragraphs deviate in this way.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The beginning of the first of them.</summary>
    public string? Excerpt { get; init; }
}

/// <summary>Elements of a document in the order of the decree's placement diagram. Numbers are part of the JSON's order only.</summary>
public enum FormatElement
{
    Page = 1,
    Letters = 2,
    PageNumber = 3,
    StateName = 4,
    Motto = 5,
    Superior = 6,
    Issuer = 7,
    Number = 8,
    PlaceAndDate = 9,
    Kind = 10,
    Subject = 11,
    LetterSubject = 12,
    Addressees = 13,
    LegalBasis = 14,
    Section = 15,
    Text = 16,
    Authority = 17,
    SignerName = 18,
    RecipientsTitle = 19,
    Recipients = 20,
    AnnexLabel = 21,
    AnnexTitle = 22,
    AnnexReference = 23,
}

/// <summary>What of an element deviates.</summary>
public enum FormatProperty
{
    /// <summary>The element was not found, so nothing of it could be checked.</summary>
    Presence = 1,
    PaperSize = 2,
    TopMargin = 3,
    BottomMargin = 4,
    LeftMargin = 5,
    RightMargin = 6,
    Font = 7,
    Colour = 8,
    Size = 9,
    Bold = 10,
    Italic = 11,
    Capitals = 12,
    Alignment = 13,
    Position = 14,
    Rule = 15,
    RuleLength = 16,
    Wording = 17,
    LeadingZero = 18,
    EndMark = 19,
    ParagraphSpacing = 20,
    LineSpacing = 21,
    FirstLineIndent = 22,
    HiddenOnFirstPage = 23,
    OwnPageNumbers = 24,
}
