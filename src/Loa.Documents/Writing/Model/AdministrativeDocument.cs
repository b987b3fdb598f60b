namespace Loa.Documents.Writing;

/// <summary>
/// An administrative document as its drafter sees it: what is said, not how it is printed. <see cref="DocumentWriter"/> gives it
/// the format of Decree 30/2020/NĐ-CP, Annex I; numbers in brackets below are the decree's element numbers.
/// </summary>
/// <remarks>
/// Names of bodies and titles are given in sentence case ("Ủy ban nhân dân tỉnh Thanh Giang") and printed in capitals where the
/// decree wants them; a line break in them is kept. Body and rows are enumerated once, while they are written.
/// </remarks>
public sealed record AdministrativeDocument
{
    /// <summary>Who issues it, its number, place and date (1–4).</summary>
    public required DocumentHeading Heading { get; init; }

    /// <summary>The kind of document (5a), or <see cref="DocumentKind.Letter"/> (5b).</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>What it is about (trích yếu), without "V/v" and without a final mark (5a, 5b).</summary>
    public required string Subject { get; init; }

    /// <summary>"Kính gửi:" of letters, submissions and reports to a superior (9a).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Legal bases, each from "Căn cứ" on; the marks between them are written for you (6).</summary>
    public IReadOnlyList<RichText> LegalBases { get; init; } = [];

    /// <summary>The text (6).</summary>
    public IEnumerable<TextBlock> Body { get; init; } = [];

    /// <summary>Who signs (7).</summary>
    public required Signature Signature { get; init; }

    /// <summary>"Nơi nhận:" without the line "Lưu: …" (9b).</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>What follows "Lưu:": the registry and the drafting unit, "VT, VX".</summary>
    public string Archive { get; init; } = "VT";

    /// <summary>Annexes in order; they are numbered when there is more than one (III.1).</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Address of the body at the foot of page 1 (III.4).</summary>
    public ContactFoot? Contact { get; init; }
}

/// <summary>The heading block (1–4).</summary>
public sealed record DocumentHeading
{
    /// <summary>The direct superior body, or null for a body that has none printed (2).</summary>
    public string? Superior { get; init; }

    /// <summary>The issuing body (2).</summary>
    public required string Issuer { get; init; }

    /// <summary>Number within the year; null leaves room for the registry to write it (3).</summary>
    public int? Number { get; init; }

    /// <summary>The symbol behind the slash, "KH-UBND"; see <see cref="DocumentSymbol"/> (3).</summary>
    public required string Symbol { get; init; }

    /// <summary>Place of the issuing body (4).</summary>
    public required string Place { get; init; }

    /// <summary>Day of signing; null leaves "ngày     tháng     năm" with <see cref="Year"/> (4).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Year printed while <see cref="Date"/> is open.</summary>
    public int? Year { get; init; }
}

/// <summary>The signature block (7).</summary>
public sealed record Signature
{
    /// <summary>Lines above the title: "TM. Ủy ban nhân dân", "KT. Chủ tịch" (7a).</summary>
    public IReadOnlyList<string> Authority { get; init; } = [];

    /// <summary>The signer's own title, "Phó Chủ tịch" (7a).</summary>
    public required string Title { get; init; }

    /// <summary>Name without academic titles; empty while it is open who signs (7b).</summary>
    public string Name { get; init; } = "";
}

/// <summary>The foot of page 1: each given part is one piece of a line (III.4).</summary>
public sealed record ContactFoot
{
    public required string Address { get; init; }
    public string? Telephone { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }
}

/// <summary>An annex: a section of its own with its own page numbers (III.1).</summary>
public sealed record Annex
{
    /// <summary>Title in sentence case; printed in capitals.</summary>
    public required string Title { get; init; }

    /// <summary>A wide table lies across: the pages of this annex are landscape.</summary>
    public bool Landscape { get; init; }

    public IEnumerable<TextBlock> Content { get; init; } = [];
}
