using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Text;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Blocks;

public sealed class HygieneTests
{
    private const string Motto = "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc; kế hoạch của ủy ban nhân dân tỉnh.";

    [Theory]
    [InlineData("Số:\u00A0\u00A0 15 /KH", "Số: 15 /KH")]
    [InlineData("tuyên\u00AD truyền\u200B\uFEFF", "tuyên truyền")]
    [InlineData("Ðiều 1", "Điều 1")]
    [InlineData("  a \n  b  ", "a\nb")]
    [InlineData("TT\u2011VPCP", "TT-VPCP")]
    public void Text_IsCleaned(string raw, string clean) => TextCleaner.Clean(raw).ShouldBe(clean);

    [Theory]
    [InlineData("Uỷ ban", NormalizationForm.FormD)]
    [InlineData("kế hoạch ấn ặ ỡ", NormalizationForm.FormD)]
    public void DecomposedText_IsComposed(string text, NormalizationForm form) => TextCleaner.Clean(text.Normalize(form)).ShouldBe(text);

    [Fact]
    public void ToneTypedBeforeTheShape_IsComposedToo() => TextCleaner.Clean("ca\u0301\u0302p").ShouldBe("cấp");

    [Fact]
    public void BrokenCharacters_AreMended()
    {
        TextCleaner.Clean("a\uD800\u0301b").ShouldBe("a\uFFFD\u0301b");
        TextCleaner.Clean("a\uDC00b").ShouldBe("a\uFFFDb");
        TextCleaner.Clean("e\u0301\uFFFE").ShouldBe("é");
    }

    [Fact]
    public void Cleaning_TwiceIsCleaningOnce() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s != null), s => TextCleaner.Clean(TextCleaner.Clean(s)) == TextCleaner.Clean(s)).QuickCheckThrowOnFailure();

    [Fact]
    public void Cleaning_LeavesNoDoubleOrOuterSpaces() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s != null), s =>
        {
            var clean = TextCleaner.Clean(s);
            return clean.Trim(' ') == clean && !clean.Contains("  ", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("**KT. GIÁM ĐỐC**", "KT. GIÁM ĐỐC", true, false)]
    [InlineData("*Kèm theo*", "Kèm theo", false, true)]
    [InlineData("chuyên trang “ <i>Chính sách</i> ”", "chuyên trang “Chính sách”", false, false)]
    [InlineData("<b>1. Mục đích</b>", "1. Mục đích", true, false)]
    [InlineData("kèm theo **trước ngày 25/5**", "kèm theo trước ngày 25/5", false, false)]
    [InlineData("3 * 4 < 20 & 5", "3 * 4 < 20 & 5", false, false)]
    public void Markup_OfExtractionIsTakenAway(string line, string text, bool bold, bool italic)
    {
        var paragraph = Read(line).Paragraphs.ShouldHaveSingleItem();

        (paragraph.Text, paragraph.Bold, paragraph.Italic).ShouldBe((text, bold, italic));
    }

    [Fact]
    public void Markup_MayOpenOnOneLineAndCloseOnAnother()
    {
        var document = Read("*Kèm theo Kế hoạch\nsố 93*\n**TM. ỦY BAN\nCHỦ TỊCH**");

        document.Paragraphs.Select(p => (p.Text, p.Bold, p.Italic)).ShouldBe([("Kèm theo Kế hoạch", false, true), ("số 93", false, true), ("TM. ỦY BAN", true, false), ("CHỦ TỊCH", true, false)]);
    }

    [Fact]
    public void LinesWithTabs_AreOneTableOverBlankLines()
    {
        var document = Read("TT\tNội dung\tChủ trì\n1\tMột\tSở A\n\n\tthêm\t\nSau bảng");

        var table = document.Blocks[0].ShouldBeOfType<Table>();
        table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))).ShouldBe(["TT|Nội dung|Chủ trì", "1|Một|Sở A", "|thêm|"]);
        document.Blocks[1].ShouldBeOfType<Paragraph>().Text.ShouldBe("Sau bảng");
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    public void UnicodeText_IsReadInEveryForm(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Plan 2024 - Ke hoach so 15/KH-UBND nam 2024; Sở Nội vụ")];

        SourceReader.Read(new MemoryStream(bytes)).Paragraphs[0].Text.ShouldEndWith("Sở Nội vụ");
    }

    [Theory]
    [InlineData("TCVN3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam; kÕ ho¹ch cña ñy ban nh©n d©n")]
    [InlineData("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam; keá hoaïch cuûa uûy ban nhaân daân")]
    public void LegacyText_IsRefusedByName_AsBytesAndAsUtf8(string name, string text)
    {
        foreach (var bytes in new[] { Encoding.Latin1.GetBytes(text), Encoding.UTF8.GetBytes(text) })
        {
            var failure = Should.Throw<DocumentException>(() => SourceReader.Read(new MemoryStream(bytes)));
            (failure.Failure, failure.Detail).ShouldBe((DocumentFailure.LegacyEncoding, name));
        }
    }

    [Fact]
    public void Windows1258Text_IsRefusedByName()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes("Kê\u0301 hoa\u0323ch cu\u0309a u\u0309y ban nhân dân ti\u0309nh vê\u0300 thư\u0323c hiê\u0323n");

        Should.Throw<DocumentException>(() => SourceReader.Read(new MemoryStream(bytes))).Detail.ShouldBe("Windows-1258");
    }

    [Theory]
    [InlineData(".VnTime", "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc", "TCVN3", "Cộng hoà xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc")]
    [InlineData(".VnTimeH", "tØnh thanh giang", "TCVN3", "TỈNH THANH GIANG")]
    [InlineData("VNI-Times", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp Töï do Haïnh phuùc, nguõ nghò kyû", "VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập Tự do Hạnh phúc, ngũ nghị kỷ")]
    [InlineData("Times New Roman", "déjà", null, "déjà")]
    public void LegacyFont_IsConvertedByItsName(string font, string raw, string? from, string text)
    {
        var document = DocxFile.Read($"<w:p>{DocxFile.Run($"<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/>", raw)}</w:p>");

        document.Paragraphs[0].Text.ShouldBe(text);
        document.ConvertedFrom.ShouldBe(from);
    }

    [Fact]
    public void LegacyFont_OfTheDefaultStyle_IsKnown() =>
        new DocxFile(DocxFile.P("kÕ ho¹ch"))
            .WithStyles("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>")
            .Read().Paragraphs[0].Text.ShouldBe("kế hoạch");

    [Fact]
    public void LegacyFont_OnUnicodeText_ChangesNothing() =>
        DocxFile.Read($"<w:p>{DocxFile.Run("<w:rFonts w:hAnsi=\".VnTime\"/>", Motto)}</w:p>").Paragraphs[0].Text.ShouldBe(Motto);

    private static SourceDocument Read(string text) => SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
