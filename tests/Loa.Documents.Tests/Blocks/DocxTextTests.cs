using Loa.Documents.Blocks;
using Loa.Documents.Tests.Support;
using static Loa.Documents.Tests.Support.DocxFile;

namespace Loa.Documents.Tests.Blocks;

public sealed class DocxTextTests
{
    [Fact]
    public void Runs_AreJoinedAndTheirSpecialCharactersRead() =>
        Text("<w:p><w:r><w:t>Số</w:t></w:r><w:r><w:t xml:space=\"preserve\">:  15</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>")
            .ShouldBe("Số: 15-KH\ta\nb•");

    [Fact]
    public void Field_KeepsItsResultAndNotItsCode() =>
        Text("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ dd</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>20</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>/01</w:t></w:r></w:p>")
            .ShouldBe("20/01");

    [Fact]
    public void Field_ThatIsBroken_HidesNothing() =>
        Text("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>Mục tiêu</w:t></w:r></w:p>").ShouldBe("Mục tiêu");

    [Fact]
    public void TableOfContents_IsLeftOut() =>
        Texts("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>I. MỤC ĐÍCH 1</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + P("I. MỤC ĐÍCH"))
            .ShouldBe(["I. MỤC ĐÍCH"]);

    [Fact]
    public void TrackedChanges_AreReadAsAccepted()
    {
        var document = Read("<w:p><w:r><w:t xml:space=\"preserve\">Trước ngày </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>/5</w:t></w:r></w:moveTo></w:p>");

        document.Paragraphs[0].Text.ShouldBe("Trước ngày 15/5");
        document.Omissions.ShouldContain(SourceOmission.DeletedText);
    }

    [Fact]
    public void ParagraphMark_ThatIsDeleted_JoinsTheNextParagraph() =>
        Texts("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Sở Nội </w:t></w:r></w:p>" + P("vụ")).ShouldBe(["Sở Nội vụ"]);

    [Fact]
    public void TextBox_InAlternateContent_IsReadOnceBeforeItsParagraph() =>
        Texts("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" + P("DỰ THẢO") + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" + P("DỰ THẢO") + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent><w:t>KẾ HOẠCH</w:t></w:r></w:p>")
            .ShouldBe(["DỰ THẢO", "KẾ HOẠCH"]);

    [Fact]
    public void ContentControls_HyperlinksAndSmartTags_AreTransparent_PlaceholdersAreNot() =>
        Texts("<w:sdt><w:sdtPr/><w:sdtContent>" + P("Một") + "</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>Hai</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t xml:space=\"preserve\"> ba</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>")
            .ShouldBe(["Một", "Hai ba"]);

    [Fact]
    public void Emphasis_NeedsEveryLetter()
    {
        var document = Read($"<w:p>{Run("<w:b/>", "Mục")}{Run("", " ")}{Run("<w:b/><w:i/>", "đích")}</w:p><w:p>{Run("<w:b/>", "1.")}{Run("<w:b w:val=\"0\"/>", " Yêu cầu")}</w:p>");

        document.Paragraphs[0].Bold.ShouldBeTrue();
        document.Paragraphs[0].Italic.ShouldBeFalse();
        document.Paragraphs[1].Bold.ShouldBeFalse();
    }

    [Fact]
    public void Styles_GiveWhatTheParagraphDoesNotSay()
    {
        var document = new DocxFile($"<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>kế hoạch</w:t></w:r></w:p>")
            .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:rPr><w:caps/></w:rPr></w:style>")
            .Read();

        var paragraph = document.Paragraphs.ShouldHaveSingleItem();
        (paragraph.Text, paragraph.Bold, paragraph.Centered).ShouldBe(("KẾ HOẠCH", true, true));
    }

    [Fact]
    public void Styles_ThatInheritFromEachOther_DoNotHang() =>
        new DocxFile("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")
            .WithStyles("<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>")
            .Read().Paragraphs[0].Text.ShouldBe("x");

    [Fact]
    public void PageBreak_SplitsAParagraphAndMarksTheNextPage()
    {
        var document = Read("<w:p><w:r><w:t>Lưu: VT.</w:t><w:br w:type=\"page\"/><w:t>PHỤ LỤC</w:t></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Biểu 2</w:t></w:r></w:p>");

        document.Paragraphs.Select(p => (p.Text, p.StartsPage)).ShouldBe([("Lưu: VT.", false), ("PHỤ LỤC", true), ("Biểu 2", true)]);
    }

    [Fact]
    public void EmptyParagraphs_AreNotKeptButSeen() =>
        Read(P("a") + "<w:p/>" + P("b")).Paragraphs.Select(p => (p.Text, p.AfterGap)).ShouldBe([("a", false), ("b", true)]);

    [Fact]
    public void HiddenText_IsLeftOutAndSaid()
    {
        var document = Read($"<w:p>{Run("<w:vanish/>", "ẩn")}{Run("", "hiện")}</w:p>");

        document.Paragraphs[0].Text.ShouldBe("hiện");
        document.Omissions.ShouldBe([SourceOmission.HiddenText]);
    }

    [Fact]
    public void StrictNamespace_IsRead() =>
        new DocxFile(P("Kế hoạch"), Strict).Read().Paragraphs[0].Text.ShouldBe("Kế hoạch");

    [Fact]
    public void MainPart_OfAnotherName_IsFoundThroughRelationships()
    {
        var file = new DocxFile("").With("word/document.xml", "").With("_rels/.rels", "<Relationships xmlns=\"r\"><Relationship Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>");
        var content = $"<w:document xmlns:w=\"{Transitional}\"><w:body>{P("x")}</w:body></w:document>";

        file.With("word/document2.xml", content).Without("word/document.xml").Read().Paragraphs[0].Text.ShouldBe("x");
    }

    private static string Text(string body) => Read(body).Paragraphs.ShouldHaveSingleItem().Text;

    private static IEnumerable<string> Texts(string body) => Read(body).Paragraphs.Select(p => p.Text);
}
