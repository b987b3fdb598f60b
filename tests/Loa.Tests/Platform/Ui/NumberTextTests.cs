using Loa.Platform.Ui;

namespace Loa.Tests.Platform.Ui;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData(" 7 ", 7)]
    [InlineData("1234", 1234)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("12 500", 12500)]
    public void Whole_Understood(string text, int? number)
    {
        NumberText.TryWhole(text, out var read).ShouldBeTrue();
        read.ShouldBe(number);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("12.34")]
    [InlineData("1234.567")]
    [InlineData("-3")]
    [InlineData("mười")]
    [InlineData("99999999999")]
    public void Whole_NotUnderstood(string text) => NumberText.TryWhole(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("4.500.000 đồng", 4_500_000)]
    [InlineData("4500000đ", 4_500_000)]
    [InlineData("12.500.000 VNĐ", 12_500_000)]
    [InlineData("0", 0)]
    public void Money_Understood(string text, long money)
    {
        NumberText.TryMoney(text, out var read).ShouldBeTrue();
        read.ShouldBe(money);
    }

    [Theory]
    [InlineData("đồng")]
    [InlineData("4,5 triệu")]
    [InlineData("1.000.000.000.000.001")]
    public void Money_NotUnderstood(string text) => NumberText.TryMoney(text, out _).ShouldBeFalse();
}
