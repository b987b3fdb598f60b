using System.IO.Compression;
using System.Text;

namespace Loa.Tests.Modules.Plans;

/// <summary>A plan of the fictional province as a small real DOCX: heading block, bases, duties, one annex.</summary>
internal sealed class PlanDocx
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public string Reference { get; init; } = "15/KH-UBND";
    public string Subject { get; init; } = "Tuyên truyền cải cách hành chính năm 2024 trên địa bàn tỉnh Thanh Giang";
    public string[] Bases { get; init; } = ["Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;"];
    public (string Heading, string Duty)[] Duties { get; init; } =
    [
        ("1. Sở Nội vụ", "Theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này."),
        ("2. Đề nghị Ban Tuyên giáo Tỉnh ủy", "Định hướng nội dung tuyên truyền cho các cơ quan báo chí."),
    ];

    public (string Number, string Content, string Lead, string Coordinating, string When)[] Tasks { get; init; } =
    [
        ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh", "Quý II/2024"),
        ("2", "Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh", "Văn phòng UBND tỉnh", "UBND cấp xã", "Thường xuyên"),
    ];

    /// <summary>The outline of reports in an annex of its own: headings with what to write below them; none: no annex.</summary>
    public (string Heading, string[] Paragraphs)[] Outline { get; init; } = [];

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml", Document());
        }

        return stream.ToArray();
    }

    private string Document()
    {
        var body = new StringBuilder();
        body.Append(Table([["ỦY BAN NHÂN DÂN\nTỈNH THANH GIANG\nSố: " + Reference, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThanh Giang, ngày 20 tháng 01 năm 2024"]]));
        body.Append(P("KẾ HOẠCH", bold: true)).Append(P(Subject, bold: true));
        foreach (var basis in Bases)
            body.Append(P(basis));
        body.Append(P("Ủy ban nhân dân tỉnh Thanh Giang ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2024 như sau:"));
        body.Append(P("I. MỤC ĐÍCH, YÊU CẦU", bold: true)).Append(P("1. Mục đích", bold: true)).Append(P("Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính."));
        body.Append(P("II. NỘI DUNG", bold: true)).Append(P("Nội dung công việc cụ thể theo Phụ lục kèm theo."));
        body.Append(P("III. TỔ CHỨC THỰC HIỆN", bold: true));
        foreach (var (heading, duty) in Duties)
            body.Append(P(heading, bold: true)).Append(P(duty));
        body.Append(Table([["Nơi nhận:\n- Các sở, ban, ngành cấp tỉnh;\n- Lưu: VT, NC.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Thử"]]));
        body.Append(P("PHỤ LỤC", bold: true)).Append(P("NHIỆM VỤ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2024", bold: true));
        body.Append(P($"(Kèm theo Kế hoạch số {Reference} ngày 20/01/2024 của UBND tỉnh Thanh Giang)"));
        body.Append(Table([["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"], .. Tasks.Select(t => new[] { t.Number, t.Content, t.Lead, t.Coordinating, t.When })]));
        if (Outline.Length > 0)
            body.Append(P("ĐỀ CƯƠNG BÁO CÁO", bold: true)).Append(P("Kết quả công tác tuyên truyền cải cách hành chính", bold: true));
        foreach (var (heading, paragraphs) in Outline)
            body.Append(P(heading, bold: true)).AppendJoin("", paragraphs.Select(text => P(text)));
        return $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{Namespace}"><w:body>{body}</w:body></w:document>""";
    }

    private static string Table(string[][] rows) =>
        $"<w:tbl><w:tblGrid>{string.Concat(rows[0].Select(_ => "<w:gridCol/>"))}</w:tblGrid>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(Cell))}</w:tr>"))}</w:tbl>";

    private static string Cell(string text) => $"<w:tc>{string.Concat(text.Split('\n').Select(line => P(line)))}</w:tc>";

    private static string P(string text, bool bold = false) =>
        $"<w:p><w:r>{(bold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
