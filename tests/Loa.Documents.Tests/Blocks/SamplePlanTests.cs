using Loa.Documents.Blocks;
using Loa.Documents.Tests.Support;

namespace Loa.Documents.Tests.Blocks;

public sealed class SamplePlanTests
{
    public static TheoryData<string> Plans => [.. SharedPlans.Names];

    [SharedPlanTheory]
    [MemberData(nameof(Plans))]
    public void Docx_OfEverySample_ReadsParagraphsInOrder(string name)
    {
        var document = SourceReader.Read(SharedPlans.PathOf(name + ".docx"));

        document.Format.ShouldBe(SourceFormat.Docx);
        document.Paragraphs.Count.ShouldBeGreaterThan(40);
        document.Paragraphs.Select(p => p.Number).ShouldBe(Enumerable.Range(0, document.Paragraphs.Count));
        document.Blocks[0].ShouldBeOfType<Table>().Borderless.ShouldBeTrue();
    }

    [SharedPlanTheory]
    [MemberData(nameof(Plans))]
    public void Text_OfEverySample_HasNoMarkupLeft(string name)
    {
        var document = SourceReader.Read(SharedPlans.PathOf(name + ".txt"));

        document.Format.ShouldBe(SourceFormat.Text);
        document.Paragraphs.ShouldAllBe(p => !p.Text.Contains('*') && !p.Text.Contains('<'));
    }

    [SharedPlanFact]
    public void Docx_OfNgheAn_HasItsAnnexAsBorderedTableOfFiveColumns()
    {
        var document = SourceReader.Read(SharedPlans.PathOf("nghean-tinh-2024.docx"));

        var annex = document.Blocks.OfType<Table>().Last();
        annex.ColumnCount.ShouldBe(5);
        annex.Borderless.ShouldBeFalse();
        annex.Rows[1].Cells[^1].ColumnSpan.ShouldBeGreaterThan(1);
    }

    [SharedPlanFact]
    public void Text_OfNgheAn_KeepsRowsCutByPagesInOneTable()
    {
        var document = SourceReader.Read(SharedPlans.PathOf("nghean-tinh-2024.txt"));

        var annex = document.Blocks.OfType<Table>().ShouldHaveSingleItem();
        annex.ColumnCount.ShouldBe(5);
        annex.Rows.Count.ShouldBe(21);
    }
}
