using Loa.Documents.Blocks;
using Loa.Documents.Tests.Support;
using static Loa.Documents.Tests.Support.DocxFile;

namespace Loa.Documents.Tests.Blocks;

public sealed class DocxTableTests
{
    [Fact]
    public void Cells_StandOnTheGridWithTheirSpans()
    {
        var table = Table($"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:tblHeader/></w:trPr>{Cell(P("a"), "<w:gridSpan w:val=\"2\"/>")}{Cell(P("b"))}</w:tr>");

        table.ColumnCount.ShouldBe(4);
        table.Rows[0].RepeatsAsHeading.ShouldBeTrue();
        table.Rows[0].Cells.Select(c => (c.Column, c.ColumnSpan)).ShouldBe([(1, 2), (3, 1)]);
    }

    [Fact]
    public void VerticalMerge_LeavesTheLowerCellEmpty()
    {
        var table = Table($"<w:tr>{Cell(P("1"), "<w:vMerge w:val=\"restart\"/>")}{Cell(P("a"))}</w:tr><w:tr>{Cell(P("ghost"), "<w:vMerge/>")}{Cell(P("b"))}</w:tr>");

        table.Rows[1].Cells[0].ContinuesAbove.ShouldBeTrue();
        table.Rows[1].Cells[0].Text.ShouldBe("");
    }

    [Fact]
    public void OldHorizontalMerge_WidensTheCellBefore()
    {
        var table = Table($"<w:tr>{Cell(P("I"), "<w:hMerge w:val=\"restart\"/>")}{Cell(P(""), "<w:hMerge/>")}{Cell(P("x"))}</w:tr>");

        table.Rows[0].Cells.Select(c => (c.Column, c.ColumnSpan)).ShouldBe([(0, 2), (2, 1)]);
    }

    [Fact]
    public void NestedTable_IsFlattenedIntoItsCell()
    {
        var inner = $"<w:tbl><w:tr>{Cell(P("2"))}{Cell(P("3"))}</w:tr></w:tbl>";
        var table = Table($"<w:tr>{Cell(P("1") + inner + P("4"))}{Cell(P("5"))}</w:tr>");

        table.Rows[0].Cells[0].Text.ShouldBe("1\n2\n3\n4");
    }

    [Fact]
    public void TableInAFrameOfOneCell_IsATableOfItsOwn()
    {
        var inner = $"<w:tbl><w:tr>{Cell(P("2"))}{Cell(P("3"))}</w:tr></w:tbl>";
        var document = Read($"<w:tbl><w:tr>{Cell(P("1") + inner)}</w:tr></w:tbl>");

        document.Blocks[0].ShouldBeOfType<Paragraph>().Text.ShouldBe("1");
        document.Blocks[1].ShouldBeOfType<Table>().ColumnCount.ShouldBe(2);
    }

    [Fact]
    public void DeletedRow_IsLeftOut()
    {
        var document = Read($"<w:tbl><w:tr>{Cell(P("a"))}{Cell(P("b"))}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{Cell(P("c"))}{Cell(P("d"))}</w:tr></w:tbl>");

        document.Blocks.OfType<Table>().Single().Rows.Count.ShouldBe(1);
        document.Paragraphs.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<w:tblBorders><w:top w:val=\"none\"/><w:insideH w:val=\"nil\"/></w:tblBorders>", true)]
    [InlineData("<w:tblBorders><w:top w:val=\"single\"/></w:tblBorders>", false)]
    [InlineData("<w:tblStyle w:val=\"TableGrid\"/>", false)]
    [InlineData("<w:tblStyle w:val=\"plain\"/>", true)]
    [InlineData("<w:tblStyle w:val=\"lines\"/>", false)]
    public void Borderless_SaysWhetherLinesAreDrawn(string properties, bool borderless) =>
        new DocxFile($"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr>{Cell(P("a"))}</w:tr></w:tbl>")
            .WithStyles("<w:style w:styleId=\"base\"><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr></w:style><w:style w:styleId=\"lines\"><w:basedOn w:val=\"base\"/></w:style><w:style w:styleId=\"plain\"/>")
            .Read().Blocks.OfType<Table>().Single().Borderless.ShouldBe(borderless);

    private static Table Table(string rows) => Read($"<w:tbl>{rows}</w:tbl>").Blocks.ShouldHaveSingleItem().ShouldBeOfType<Table>();
}
