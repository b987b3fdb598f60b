using Loa.Documents.Blocks;
using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Plans;

/// <summary>
/// Builds a document in memory, one call a block. Tables are written a row a line, cells between bars:
/// "^" continues the cell above, "&lt;" widens the cell to the left, "¶" starts a new paragraph in a cell.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly List<Block> _blocks = [];
    private readonly List<Paragraph> _paragraphs = [];

    /// <summary>The opening of a small plan of a fictional province; its body and annexes are to be added.</summary>
    public static DocumentBuilder Plan(string subject = "Tuyên truyền cải cách hành chính năm 2025", string kind = "KẾ HOẠCH") => new DocumentBuilder()
        .Layout("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 15/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶Thanh Giang, ngày 05 tháng 02 năm 2025")
        .Centered(kind)
        .Centered(subject)
        .Lines("Căn cứ Quyết định số 30/QĐ-UBND ngày 10/01/2025 của UBND tỉnh về cải cách hành chính,", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:");

    public DocumentBuilder Lines(params string[] lines)
    {
        foreach (var line in lines)
            _blocks.Add(Paragraph(line));
        return this;
    }

    public DocumentBuilder Centered(string text)
    {
        _blocks.Add(Paragraph(text, bold: true, centered: true));
        return this;
    }

    /// <summary>A borderless table of one row, paragraphs of a cell divided by ¶.</summary>
    public DocumentBuilder Layout(params string[] cells)
    {
        _blocks.Add(new Table { Borderless = true, ColumnCount = cells.Length, Rows = [new TableRow { Cells = [.. cells.Select((c, i) => Cell(c, i))] }] });
        return this;
    }

    public DocumentBuilder Signed() => Lines("Trên đây là Kế hoạch, yêu cầu các cơ quan nghiêm túc thực hiện./.")
        .Layout("Nơi nhận:¶- Các sở, ban, ngành;¶- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN¶CHỦ TỊCH¶Trần Văn Mẫu");

    public DocumentBuilder Table(string rows)
    {
        var lines = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var grid = lines.Select(l => l.Split('|').Select(c => c.Trim()).ToArray()).ToArray();
        _blocks.Add(new Table { ColumnCount = grid.Max(r => r.Length), Rows = [.. grid.Select(Row)] });
        return this;
    }

    public SourceDocument Build() => new() { Format = SourceFormat.Docx, Blocks = _blocks, Paragraphs = _paragraphs };

    public PlanContent Read() => PlanReader.Read(Build()).Content;

    private TableRow Row(string[] cells)
    {
        var row = new List<TableCell>();
        for (var i = 0; i < cells.Length; i++)
        {
            var span = 1;
            while (i + span < cells.Length && cells[i + span] == "<")
                span++;
            row.Add(cells[i] == "^" ? new TableCell { Column = i, ColumnSpan = span, ContinuesAbove = true, Paragraphs = [] } : Cell(cells[i], i, span));
            i += span - 1;
        }

        return new TableRow { Cells = row };
    }

    private TableCell Cell(string text, int column, int span = 1) =>
        new() { Column = column, ColumnSpan = span, Paragraphs = [.. text.Split('¶').Select(p => Paragraph(p.Trim()))] };

    private Paragraph Paragraph(string text, bool bold = false, bool centered = false)
    {
        var paragraph = new Paragraph { Number = _paragraphs.Count, Text = text, Bold = bold, Centered = centered };
        _paragraphs.Add(paragraph);
        return paragraph;
    }
}
