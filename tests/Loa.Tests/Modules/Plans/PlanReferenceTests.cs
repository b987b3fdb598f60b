using Loa.Modules.Plans;

namespace Loa.Tests.Modules.Plans;

public sealed class PlanReferenceTests
{
    [Theory]
    [InlineData("523/KH-UBND", "523/kh-ubnd")]
    [InlineData("0523 / KH-UBND", "523/kh-ubnd")]
    [InlineData("15/QĐ-TTg", "15/qd-ttg")]
    [InlineData("/KH-SYT", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Key_IsTheSameForTheSameReference(string? reference, string? key) => PlanReference.Key(reference).ShouldBe(key);
}
