using Loa.Modules.Reports;
using Loa.Platform.Sheets;

namespace Loa.Tests.Modules.Reports;

public sealed class FigureCellTests
{
    [Theory]
    [InlineData("12", 1200)]
    [InlineData("2.12", 212)]
    [InlineData("1234.5", 123_450)]
    [InlineData("0.30000000000000004", 30)]
    [InlineData("1E+3", 100_000)]
    [InlineData("100000000000000", ReportFigure.Most)]
    public void Cell_IsReadAsTheSpreadsheetHoldsIt(string held, long hundredths)
    {
        FigureNumber.TryReadCell(held, out var value).ShouldBeTrue();
        value.ShouldBe(hundredths);
    }

    [Theory]
    [InlineData("2.125")]
    [InlineData("1.234")]
    [InlineData("1E-05")]
    public void Cell_WithMoreThanTwoDecimals_IsRefused_AndKnownForANumber(string held)
    {
        FigureNumber.TryReadCell(held, out _).ShouldBeFalse();
        FigureNumber.IsCell(held).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("năm")]
    [InlineData("-1")]
    [InlineData("1E+15")]
    [InlineData("1E+300")]
    public void Cell_WithNoNumberOfAReport_IsRefused(string held)
    {
        FigureNumber.TryReadCell(held, out _).ShouldBeFalse();
        FigureNumber.IsCell(held).ShouldBeFalse();
    }

    [Theory]
    [InlineData("9999999999999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("99999999999999999999999999999999999")]
    public void Typed_BeyondEveryNumber_IsRefused(string typed) => FigureNumber.TryRead(typed, out _).ShouldBeFalse();

    [Fact]
    public void Sheet_SaysWhichCellsAreNumbers()
    {
        object?[][] rows = [["7", 2.125m, new DateOnly(2026, 7, 1), 3]];

        // Letters and dates are none.
        Read(SheetFormat.Xlsx, rows).Numeric.ShouldBe([1, 3]);
        Read(SheetFormat.Csv, rows).Numeric.ShouldBeEmpty();
    }

    private static SheetRow Read(SheetFormat format, object?[][] rows)
    {
        var file = new MemoryStream();
        SheetWriter.Write(file, format, [new("Chữ"), new("Số"), new("Ngày"), new("Số nữa")], rows);
        file.Position = 0;
        return SheetReader.Read(file).Last();
    }
}
