namespace Loa.Documents.Checking.Rules;

/// <summary>The decree's number and the name of each element, and the name of each property.</summary>
internal static class ElementNames
{
    public static (string? Number, Phrase Name) Of(FormatElement element) => element switch
    {
        FormatElement.Page => (null, new("Trang giấy", "Page")),
        FormatElement.Letters => (null, new("Chữ trong văn bản", "Letters")),
        FormatElement.PageNumber => (null, new("Số trang", "Page number")),
        FormatElement.StateName => ("1", new("Quốc hiệu", "State name")),
        FormatElement.Motto => ("1", new("Tiêu ngữ", "Motto")),
        FormatElement.Superior => ("2", new("Cơ quan chủ quản", "Superior body")),
        FormatElement.Issuer => ("2", new("Cơ quan ban hành", "Issuing body")),
        FormatElement.Number => ("3", new("Số, ký hiệu", "Number and symbol")),
        FormatElement.PlaceAndDate => ("4", new("Địa danh, thời gian", "Place and date")),
        FormatElement.Kind => ("5a", new("Tên loại văn bản", "Kind of document")),
        FormatElement.Subject => ("5a", new("Trích yếu", "Subject")),
        FormatElement.LetterSubject => ("5b", new("Trích yếu công văn", "Subject of the letter")),
        FormatElement.Addressees => ("9a", new("Kính gửi", "Addressees")),
        FormatElement.LegalBasis => ("6", new("Căn cứ", "Legal basis")),
        FormatElement.Section => ("6", new("Đề mục", "Section title")),
        FormatElement.Text => ("6", new("Nội dung văn bản", "Text")),
        FormatElement.Authority => ("7a", new("Thẩm quyền, chức vụ người ký", "Authority and title of the signer")),
        FormatElement.SignerName => ("7b", new("Họ tên người ký", "Signer's name")),
        FormatElement.RecipientsTitle => ("9b", new("Nơi nhận", "Recipients")),
        FormatElement.Recipients => ("9b", new("Danh sách nơi nhận", "List of recipients")),
        FormatElement.AnnexLabel => ("III.1", new("Chữ “Phụ lục”", "Annex label")),
        FormatElement.AnnexTitle => ("III.1", new("Tên phụ lục", "Annex title")),
        FormatElement.AnnexReference => ("III.1", new("Dòng “Kèm theo” của phụ lục", "Reference line of the annex")),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, null),
    };

    public static Phrase Of(FormatProperty property) => property switch
    {
        FormatProperty.PaperSize => new("khổ giấy", "paper size"),
        FormatProperty.TopMargin => new("lề trên", "top margin"),
        FormatProperty.BottomMargin => new("lề dưới", "bottom margin"),
        FormatProperty.LeftMargin => new("lề trái", "left margin"),
        FormatProperty.RightMargin => new("lề phải", "right margin"),
        FormatProperty.Font => new("phông chữ", "font"),
        FormatProperty.Colour => new("màu chữ", "colour"),
        FormatProperty.Size => new("cỡ chữ", "size"),
        FormatProperty.Bold or FormatProperty.Italic => new("kiểu chữ", "style"),
        FormatProperty.Capitals => new("loại chữ", "letters"),
        FormatProperty.Alignment => new("căn", "alignment"),
        FormatProperty.Position => new("vị trí", "place"),
        FormatProperty.Rule => new("đường kẻ", "rule"),
        FormatProperty.RuleLength => new("độ dài đường kẻ", "length of the rule"),
        FormatProperty.Wording => new("cách viết", "wording"),
        FormatProperty.LeadingZero => new("chữ số", "figures"),
        FormatProperty.EndMark => new("dấu cuối dòng", "end mark"),
        FormatProperty.ParagraphSpacing => new("khoảng cách đoạn", "space between paragraphs"),
        FormatProperty.LineSpacing => new("khoảng cách dòng", "line spacing"),
        FormatProperty.FirstLineIndent => new("lùi đầu dòng", "first-line indent"),
        FormatProperty.HiddenOnFirstPage => new("trang đầu", "first page"),
        FormatProperty.OwnPageNumbers => new("đánh số", "numbering"),
        FormatProperty.Presence => new("", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };
}
