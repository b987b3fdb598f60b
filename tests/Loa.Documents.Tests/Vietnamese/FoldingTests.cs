using System.Text;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ủy ban nhân dân", "uy ban nhan dan")]
    [InlineData("UỶ BAN  NHÂN\u00A0DÂN", "uy ban nhan dan")]
    [InlineData("Đài Phát thanh – Truyền hình", "dai phat thanh - truyen hinh")]
    [InlineData("  “Sổ tay”\n", "\"so tay\"")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void Fold_LowersStripsAndCollapses(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Fold_DecomposedText_EqualsComposed()
    {
        const string Text = "Kế hoạch truyền thông cải cách thủ tục hành chính ở huyện Đường Lữ";
        Folding.Fold(Text.Normalize(NormalizationForm.FormD)).ShouldBe(Folding.Fold(Text));
    }
}
