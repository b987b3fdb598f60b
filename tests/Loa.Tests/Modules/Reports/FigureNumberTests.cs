using Loa.Modules.Reports;

namespace Loa.Tests.Modules.Reports;

public sealed class FigureNumberTests
{
    [Theory]
    [InlineData("12", 1200)]
    [InlineData("1.234", 123_400)]
    [InlineData("1.234,5", 123_450)]
    [InlineData("1.234.567", 123_456_700)]
    [InlineData("12.5", 1250)]
    [InlineData("12,55", 1255)]
    [InlineData(" 3 000 ", 300_000)]
    public void Read_AsOfficersWriteIt(string typed, long hundredths)
    {
        FigureNumber.TryRead(typed, out var value).ShouldBeTrue();
        value.ShouldBe(hundredths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("năm")]
    [InlineData("-1")]
    [InlineData("0.125")]
    [InlineData("1.2.3")]
    [InlineData("1,255")]
    [InlineData("99999999999999999")]
    public void Read_WhatIsNoNumberOfAReport_IsRefused(string typed) => FigureNumber.TryRead(typed, out _).ShouldBeFalse();

    [Fact]
    public void Share_WhosePartIsSetByHand_KeepsItsDenominator()
    {
        var (under, share) = (new OutlineFigure { FigureId = Guid.CreateVersion7(), Ordinal = 1, Name = "Số cuộc" }, new OutlineFigure { FigureId = Guid.CreateVersion7(), Ordinal = 2, Name = "Người mỗi cuộc", IsShare = true });
        share.OverId = under.FigureId;
        var sheet = new FigureSheet(Guid.CreateVersion7(), [under, share], []);
        sheet[under.FigureId].GivenValue = 400;
        sheet[share.FigureId].GivenValue = 9000;

        sheet.Settle();

        sheet[share.FigureId].ShouldSatisfyAllConditions(row => row.Value.ShouldBe(9000), row => row.Of.ShouldBe(400));
    }
}
