using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Pages;

namespace Loa.Documents.Tests.Blocks;

/// <summary>What printing and converting do to the words of a page, without a file around it.</summary>
public sealed class PageTests
{
    private const double LetterWidth = 6;
    private const double LineHeight = 14;

    [Fact]
    public void WordThatAHelpingFontCut_IsOneWord()
    {
        var words = new List<PageWord>();
        foreach (var (left, right, text) in new[] { (100.0, 109.0, "B"), (109.2, 115.0, "ộ"), (119.0, 128.0, "N"), (128.1, 134.0, "ộ"), (134.0, 138.0, "i") })
            WordPieces.Add(words, new PageWord(left, 50, right, 64, text));

        words.Select(w => w.Text).ShouldBe(["Bộ", "Nội"]);
    }

    [Fact]
    public void PieceOnAnotherLine_IsAWordOfItsOwn()
    {
        var words = new List<PageWord>();
        WordPieces.Add(words, new PageWord(100, 50, 109, 64, "B"));
        WordPieces.Add(words, new PageWord(109, 66, 115, 80, "ộ"));

        words.Count.ShouldBe(2);
    }

    [Fact]
    public void RowOfDashes_IsARuleAndNoItem()
    {
        LineJoiner.ContinuesInColumn(Line("-------", 80, 50), Line("số: 12/KH-UBND", 80, 56)).ShouldBe(LineJoiner.ContinuesInColumn(Line("UBND TỈNH", 80, 50), Line("số: 12/KH-UBND", 80, 56)));
        LineJoiner.ContinuesInColumn(Line("-------", 80, 50), Line("Số: 12/KH-UBND", 80, 64)).ShouldBeFalse();
        LineJoiner.ContinuesInColumn(Line("- Các sở, ban,", 80, 50), Line("Ngành tỉnh;", 80, 64)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Trước ngày 30/11/20", "26", "Trước ngày 30/11/2026")]
    [InlineData("Quý IV/20", "25- Quý II/2026", "Quý IV/2025- Quý II/2026")]
    [InlineData("Quý I/2025", "26 lớp", "Quý I/2025 26 lớp")]
    [InlineData("Tháng 3/", "2026", "Tháng 3/2026")]
    [InlineData("Tỷ lệ 5/10", "12 xã", "Tỷ lệ 5/10 12 xã")]
    public void YearCutByANarrowCell_IsPutTogether(string above, string below, string joined) =>
        LineJoiner.Join([Line(above, 80, 50), Line(below, 80, 64)]).ShouldBe(joined);

    [Fact]
    public void WordPutTogether_DoesNotTakeTheNextOne() =>
        LineJoiner.Join([Line("Thườn", 80, 50), Line("g", 80, 64), Line("xuyên,", 80, 78)]).ShouldBe("Thường xuyên,");

    [Theory]
    [InlineData("Thườn", "g xuyên", "Thường xuyên")]
    [InlineData("mục/th", "áng", "mục/tháng")]
    [InlineData("đề/nă", "m", "đề/năm")]
    [InlineData("chuyên", "đề", "chuyên đề")]
    [InlineData("Sở Nội vụ và", "v.v", "Sở Nội vụ và v.v")]
    public void WordTooLongForItsCell_IsPutTogether(string above, string below, string joined) =>
        LineJoiner.Join([Line(above, 80, 50), Line(below, 80, 64)]).ShouldBe(joined);

    [Fact]
    public void ListInANarrowCell_StartsAnItemAtEachDash()
    {
        LineJoiner.ContinuesInCell(Line("- Sở Nội vụ", 80, 50), Line("- Báo và Phát thanh", 80, 64), width: 75, listed: true).ShouldBeFalse();
        LineJoiner.ContinuesInCell(Line("- Đài Phát thanh", 80, 50), Line("- Truyền hình tỉnh", 80, 64), width: 100, listed: true).ShouldBeTrue();
        LineJoiner.ContinuesInCell(Line("Đài Phát thanh", 80, 50), Line("- Truyền hình tỉnh", 80, 64), width: 95).ShouldBeTrue();
    }

    [Fact]
    public void SignatureAboveTheNextHeading_OnOnePage_IsABlockOfItsOwn()
    {
        var page = new PageSheet { Width = 595, Height = 842 };
        Print(page, 80, "Nơi nhận:", 340, "KT. BỘ TRƯỞNG", 100);
        Print(page, 80, "- Như Điều 3;", 340, "THỨ TRƯỞNG", 116);
        Print(page, 80, "- Lưu: VT.", 340, "Trần Văn Mẫu", 150);
        Print(page, 100, "BỘ NỘI VỤ", 300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 190);
        Print(page, 100, "_______", 340, "Độc lập - Tự do - Hạnh phúc", 206);
        var first = new PageSheet { Width = 595, Height = 842 };
        for (var i = 0; i < 30; i++)
            first.Words.AddRange(Words("Điều này quy định việc tuyên truyền cải cách hành chính trong toàn ngành và", 80, 60 + (i * 18)));

        var blocks = new PagesReader(new BlockCollector(new ReadLimits()), new ReadBudget(ReadOptions.Default, default), exact: true).Read([first, page]);

        blocks.OfType<Table>().Select(t => t.Rows[0].Cells[1].Paragraphs[0].Text).ShouldBe(["KT. BỘ TRƯỞNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    }

    private static void Print(PageSheet page, double left, string text, double right, string other, double top) =>
        page.Words.AddRange([.. Words(text, left, top), .. Words(other, right, top)]);

    private static PageLine Line(string text, double left, double top) => new([.. Words(text, left, top)]);

    private static IEnumerable<PageWord> Words(string text, double left, double top)
    {
        foreach (var word in text.Split(' '))
        {
            yield return new PageWord(left, top, left + (word.Length * LetterWidth), top + LineHeight, word);
            left += (word.Length * LetterWidth) + 3;
        }
    }
}
