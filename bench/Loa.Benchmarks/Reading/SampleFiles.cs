using System.IO.Compression;
using System.Text;

namespace Loa.Benchmarks.Reading;

/// <summary>The real plans beside the repository, or a generated one where they are absent.</summary>
internal static class SampleFiles
{
    public static IReadOnlyList<string> Docx()
    {
        var shared = Path.Combine("..", "shared", "plans");
        return Directory.Exists(shared)
            ? [.. Directory.GetFiles(shared, "*.docx").Order(StringComparer.Ordinal)]
            : [Generated()];
    }

    private static string Generated()
    {
        var path = Path.Combine("artifacts", "bench", "generated.docx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Write(archive, "[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """);
        Write(archive, "_rels/.rels", """
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
            """);
        Write(archive, "word/document.xml", Body());
        return path;
    }

    private static string Body()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""");
        xml.Append("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>");
        xml.Append(Cell("ỦY BAN NHÂN DÂN", "TỈNH THANH GIANG", "Số: 15/KH-UBND"));
        xml.Append(Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thanh Giang, ngày 20 tháng 01 năm 2024")).Append("</w:tr></w:tbl>");
        xml.Append(Paragraph("KẾ HOẠCH")).Append(Paragraph("Tuyên truyền cải cách hành chính năm 2024 trên địa bàn tỉnh Thanh Giang")).Append(Paragraph("I. MỤC ĐÍCH, YÊU CẦU"));
        for (var i = 1; i <= 60; i++)
            xml.Append(Paragraph($"{i}. Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về ý nghĩa, mục tiêu, tầm quan trọng của công tác cải cách hành chính trên địa bàn tỉnh;"));
        xml.Append(Paragraph("PHỤ LỤC")).Append("""<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tr>""");
        xml.Append(Cell("TT")).Append(Cell("Nội dung công việc")).Append(Cell("Cơ quan chủ trì")).Append(Cell("Cơ quan phối hợp")).Append(Cell("Thời gian thực hiện")).Append("</w:tr>");
        for (var i = 1; i <= 30; i++)
            xml.Append("<w:tr>").Append(Cell($"{i}")).Append(Cell("Xây dựng chuyên mục tuyên truyền cải cách hành chính")).Append(Cell("Sở Nội vụ")).Append(Cell("Các sở, ban, ngành cấp tỉnh")).Append(Cell("Quý III/2024")).Append("</w:tr>");
        return xml.Append("</w:tbl></w:body></w:document>").ToString();
    }

    private static string Cell(params string[] lines) => $"<w:tc>{string.Concat(lines.Select(Paragraph))}</w:tc>";

    private static string Paragraph(string text) => $"""<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr><w:t>{text}</w:t></w:r></w:p>""";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content.Trim()));
    }
}
