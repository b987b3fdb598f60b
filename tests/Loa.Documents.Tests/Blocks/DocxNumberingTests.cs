using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Blocks;

public sealed class DocxNumberingTests
{
    private const string Outline = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
          <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
          <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
          <w:lvl w:ilvl="5"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Levels_CountAndRestartUnderTheirParent() =>
        Labels(Outline, (1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1), (1, 4), (1, 5))
            .ShouldBe(["I.", "1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "II.", "1.", "-", "•"]);

    [Fact]
    public void StartOverride_BeginsAnewOnce() =>
        Labels(Outline, (1, 0), (2, 0), (2, 0)).ShouldBe(["I.", "V.", "VI."]);

    [Fact]
    public void ListsOfOneDefinition_CountTogether() =>
        Labels(Outline.Replace("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>", "", StringComparison.Ordinal), (1, 0), (2, 0)).ShouldBe(["I.", "II."]);

    [Theory]
    [InlineData("<w:numFmt w:val=\"decimalZero\"/><w:lvlText w:val=\"%1\"/>", "01")]
    [InlineData("<w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"(%1)\"/>", "(i)")]
    [InlineData("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Điều %1.\"/>", "Điều 1.")]
    [InlineData("<w:start w:val=\"28\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/>", "bb)")]
    [InlineData("<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/><w:lvlText w:val=\"%1\"/>", "001")]
    [InlineData("<w:start w:val=\"15\"/><w:numFmt w:val=\"vietnameseCounting\"/><w:lvlText w:val=\"%1\"/>", "mười lăm")]
    [InlineData("<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"+\"/>", "+")]
    public void Formats_AreShownAsWordShowsThem(string level, string label) =>
        Labels($"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">{level}</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>", (1, 0))
            .ShouldBe([label]);

    [Fact]
    public void Label_StandsInFrontWithItsLength()
    {
        var paragraph = new DocxFile("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>MỤC ĐÍCH</w:t></w:r></w:p>").WithNumbering(Outline).Read().Paragraphs[0];

        paragraph.Text.ShouldBe("I. MỤC ĐÍCH");
        paragraph.LabelLength.ShouldBe(3);
    }

    [Fact]
    public void EmptyCell_ThatIsNumbered_HoldsItsNumber() =>
        new DocxFile("<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc></w:tr></w:tbl>").WithNumbering(Outline).Read().Paragraphs[0].Text.ShouldBe("1.");

    [Fact]
    public void Numbering_ComesThroughAParagraphStyle() =>
        new DocxFile("<w:p><w:pPr><w:pStyle w:val=\"h2\"/></w:pPr><w:r><w:t>Mục đích</w:t></w:r></w:p>")
            .WithNumbering(Outline.Replace("<w:lvl w:ilvl=\"1\">", "<w:lvl w:ilvl=\"1\"><w:pStyle w:val=\"h2\"/>", StringComparison.Ordinal))
            .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .Read().Paragraphs[0].Text.ShouldBe("1. Mục đích");

    [Fact]
    public void ListZero_TakesTheNumberOfTheStyleAway() =>
        new DocxFile("<w:p><w:pPr><w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Mục đích</w:t></w:r></w:p>")
            .WithNumbering(Outline)
            .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
            .Read().Paragraphs[0].Text.ShouldBe("Mục đích");

    private static IEnumerable<string> Labels(string numbering, params (int List, int Level)[] paragraphs)
    {
        var body = string.Concat(paragraphs.Select(p => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{p.Level}\"/><w:numId w:val=\"{p.List}\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"));
        return new DocxFile(body).WithNumbering(numbering).Read().Paragraphs.Select(p => p.Text[..(p.LabelLength - 1)]);
    }
}
