using Loa.Documents.Plans;
using Loa.Modules.Plans.Document;

namespace Loa.Tests.Modules.Plans.Document;

public sealed class PassagesTests
{
    [Fact]
    public void Cut_NestedPassages_NarrowestComesFirst()
    {
        var pieces = Cut("0123456789", new("r1", "duty", new(0, 0, 10)), new("b1", "report", new(0, 4, 6)));

        pieces.Select(p => p.Text).ShouldBe(["0123", "45", "6789"]);
        pieces[1].Passages.Select(p => p.ItemId).ShouldBe(["b1", "r1"]);
    }

    [Fact]
    public void Cut_NeighboursOfOneItem_AreOneMark() =>
        Cut("0123456789", new("t1", "task", new(0, 0, 4)), new("t1", "task", new(0, 4, 8))).Select(p => p.Text).ShouldBe(["01234567", "89"]);

    [Fact]
    public void Cut_PassageBeyondTheText_IsCutOff() =>
        Cut("0123", new("t1", "task", new(0, 2, 99)), new("t2", "task", new(0, 50, 60))).Select(p => p.Text).ShouldBe(["01", "23"]);

    [Fact]
    public void Cut_ParagraphWithoutPassages_IsOnePiece() => Cut("0123").Single().Passages.ShouldBeEmpty();

    private static IReadOnlyList<TextPiece> Cut(string text, params Passage[] passages) =>
        new Passages(passages).Cut(new ViewParagraph(0, text, false, false, false, false));
}
