namespace Loa.Documents.Writing.Parts;

internal enum Justify
{
    Left = 0,
    Centre = 1,
    Right = 2,
    Both = 3,
}

/// <summary>A paragraph style: the decree's look of one element. Sizes in points, distances in twentieths of a point.</summary>
internal sealed record Style(string Id, string Name, double Size)
{
    private const int Half = 120;

    /// <summary>12.7 mm, the larger of the two indents the decree names.</summary>
    private const int Indent = 720;

    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public Justify Justify { get; init; }
    public int Before { get; init; }
    public int After { get; init; }
    public int FirstLine { get; init; }
    public int Left { get; init; }
    public int Hanging { get; init; }

    /// <summary>240 is single spacing; an exact height where <see cref="ExactLine"/> is set.</summary>
    public int Line { get; init; } = 240;
    public bool ExactLine { get; init; }
    public bool KeepNext { get; init; }
    public int? Outline { get; init; }

    public static Style StateName { get; } = new("QuocHieu", "Quốc hiệu", 12) { Bold = true, Justify = Justify.Centre };
    public static Style Motto { get; } = new("TieuNgu", "Tiêu ngữ", 13) { Bold = true, Justify = Justify.Centre };
    public static Style Superior { get; } = new("CoQuanChuQuan", "Cơ quan chủ quản", 12) { Justify = Justify.Centre };
    public static Style Issuer { get; } = new("CoQuanBanHanh", "Cơ quan ban hành", 12) { Bold = true, Justify = Justify.Centre };
    public static Style Number { get; } = new("SoKyHieu", "Số và ký hiệu", 13) { Justify = Justify.Centre, Before = Half };
    public static Style PlaceAndDate { get; } = new("DiaDanhNgayThang", "Địa danh và ngày tháng", 13) { Italic = true, Justify = Justify.Centre, Before = Half };
    public static Style LetterSubject { get; } = new("TrichYeuCongVan", "Trích yếu công văn", 12) { Justify = Justify.Centre, Before = Half };

    public static Style Kind { get; } = new("TenLoai", "Tên loại", 14) { Bold = true, Justify = Justify.Centre, Before = 360, KeepNext = true };
    public static Style Subject { get; } = new("TrichYeu", "Trích yếu", 14) { Bold = true, Justify = Justify.Centre, KeepNext = true };
    public static Style AddresseesAlone { get; } = new("KinhGui", "Kính gửi", 14) { Justify = Justify.Centre, Before = 360, After = 240 };
    public static Style AddresseesTitle { get; } = new("KinhGuiNhieuNoi", "Kính gửi nhiều nơi", 14) { Left = 1985, Before = 360, KeepNext = true };
    public static Style Addressee { get; } = new("NoiKinhGui", "Nơi kính gửi", 14) { Left = 3402, Hanging = 227 };

    public static Style LegalBasis { get; } = Text("CanCu", "Căn cứ") with { Italic = true };
    public static Style Body { get; } = Text("NoiDung", "Nội dung");
    public static Style Dash { get; } = Text("GachDauDong", "Gạch đầu dòng");
    public static Style PartLabel { get; } = new("Phan", "Phần", 14) { Bold = true, Justify = Justify.Centre, Before = 240, KeepNext = true, Outline = 0 };
    public static Style PartTitle { get; } = new("TenPhan", "Tên phần", 14) { Bold = true, Justify = Justify.Centre, After = Half, KeepNext = true };
    public static Style Roman { get; } = Text("MucLaMa", "Mục I") with { Bold = true, Before = Half, KeepNext = true, Outline = 0 };
    public static Style Arabic { get; } = Text("Muc1", "Mục 1") with { Bold = true, KeepNext = true, Outline = 1 };
    public static Style Letter { get; } = Text("MucA", "Mục a") with { KeepNext = true, Outline = 2 };

    public static Style Authority { get; } = new("ThamQuyenKy", "Thẩm quyền và chức vụ người ký", 14) { Bold = true, Justify = Justify.Centre, KeepNext = true };
    public static Style SignerName { get; } = new("HoTenNguoiKy", "Họ tên người ký", 14) { Bold = true, Justify = Justify.Centre, Before = 1560 };
    public static Style RecipientsTitle { get; } = new("NoiNhan", "Nơi nhận", 12) { Bold = true, Italic = true, KeepNext = true };
    public static Style Recipient { get; } = new("DanhSachNoiNhan", "Danh sách nơi nhận", 11);

    public static Style AnnexLabel { get; } = new("PhuLuc", "Phụ lục", 14) { Bold = true, Justify = Justify.Centre, KeepNext = true, Outline = 0 };
    public static Style AnnexTitle { get; } = new("TenPhuLuc", "Tên phụ lục", 14) { Bold = true, Justify = Justify.Centre, KeepNext = true };
    public static Style AnnexReference { get; } = new("DanPhuLuc", "Dẫn chiếu phụ lục", 13) { Italic = true, Justify = Justify.Centre, KeepNext = true };

    public static Style TableHeading { get; } = Cell("DauBang", "Đầu bảng") with { Bold = true, Justify = Justify.Centre };
    public static Style TableGroup { get; } = Cell("NhomTrongBang", "Nhóm trong bảng") with { Bold = true, KeepNext = true };
    public static Style TableText { get; } = Cell("OBang", "Ô bảng");
    public static Style TableCentre { get; } = Cell("OBangGiua", "Ô bảng (giữa)") with { Justify = Justify.Centre };
    public static Style TableNumber { get; } = Cell("OBangSo", "Ô bảng (số)") with { Justify = Justify.Right };

    public static Style PageNumber { get; } = new("SoTrang", "Số trang", 14) { Justify = Justify.Centre };
    public static Style Contact { get; } = new("LienHe", "Địa chỉ liên hệ", 11) { Justify = Justify.Centre };

    /// <summary>Two points high, whatever the letters around.</summary>
    public static Style Rule { get; } = new("DuongKe", "Đường kẻ", 1) { Before = 40, Line = 40, ExactLine = true };
    public static Style Gap { get; } = new("KhoangCach", "Khoảng cách", 12) { Line = 240, ExactLine = true };
    public static Style SectionEnd { get; } = new("HetPhan", "Hết phần", 1) { Line = 20, ExactLine = true };

    /// <summary>The one character style: links are underlined and black like everything else.</summary>
    public static (string Id, string Name) Link { get; } = ("LienKet", "Liên kết");

    /// <summary>The grid of tables that hold data.</summary>
    public static (string Id, string Name) Grid { get; } = ("Bang", "Bảng");

    public static IReadOnlyList<Style> All { get; } =
    [
        StateName, Motto, Superior, Issuer, Number, PlaceAndDate, LetterSubject, Kind, Subject, AddresseesAlone, AddresseesTitle, Addressee, LegalBasis, Body, Dash,
        PartLabel, PartTitle, Roman, Arabic, Letter, Authority, SignerName, RecipientsTitle, Recipient, AnnexLabel, AnnexTitle, AnnexReference,
        TableHeading, TableGroup, TableText, TableCentre, TableNumber, PageNumber, Contact, Rule, Gap, SectionEnd,
    ];

    private static Style Text(string id, string name) => new(id, name, 14) { Justify = Justify.Both, FirstLine = Indent, After = Half, Line = 259 };

    private static Style Cell(string id, string name) => new(id, name, 12) { Before = 40, After = 40 };
}
