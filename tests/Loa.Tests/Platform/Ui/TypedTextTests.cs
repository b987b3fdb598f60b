using Loa.Platform.Ui;

namespace Loa.Tests.Platform.Ui;

public sealed class TypedTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("25/5", 2026, 5, 25)]
    [InlineData(" 25-5-26 ", 2026, 5, 25)]
    [InlineData("25.05.2025", 2025, 5, 25)]
    [InlineData("25 5 2025", 2025, 5, 25)]
    [InlineData("25052025", 2025, 5, 25)]
    [InlineData("2025-05-25", 2025, 5, 25)]
    [InlineData("29/2/2024", 2024, 2, 29)]
    public void Date_AsPeopleTypeIt_IsUnderstood(string text, int year, int month, int day)
    {
        DateText.TryParse(text, Today, out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("31/2")]
    [InlineData("29/2/2025")]
    [InlineData("5/25")]
    [InlineData("hôm nay")]
    [InlineData("25/5/20265")]
    public void Date_Impossible_IsRefused(string? text) => DateText.TryParse(text, Today, out _).ShouldBeFalse();

    [Theory]
    [InlineData("tháng 5", "01/05/2026 – 31/05/2026")]
    [InlineData("Tháng 02/2024", "01/02/2024 – 29/02/2024")]
    [InlineData("quý 3", "01/07/2026 – 30/09/2026")]
    [InlineData("Q3/2025", "01/07/2025 – 30/09/2025")]
    [InlineData("quý III năm 2025", "01/07/2025 – 30/09/2025")]
    [InlineData("quy iv 2025", "01/10/2025 – 31/12/2025")]
    [InlineData("6 tháng đầu năm", "01/01/2026 – 30/06/2026")]
    [InlineData("6 tháng cuối năm 2025", "01/07/2025 – 31/12/2025")]
    [InlineData("9 tháng", "01/01/2026 – 30/09/2026")]
    [InlineData("năm 2025", "01/01/2025 – 31/12/2025")]
    [InlineData("2025", "01/01/2025 – 31/12/2025")]
    public void Period_AsOfficersNameIt_IsUnderstood(string text, string period)
    {
        Period.TryParse(text, Today, out var found).ShouldBeTrue();
        found.ToString().ShouldBe(period);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("quý 5")]
    [InlineData("tháng 13")]
    [InlineData("quý")]
    [InlineData("sang năm")]
    [InlineData("20255")]
    public void Period_Unknown_IsRefused(string? text) => Period.TryParse(text, Today, out _).ShouldBeFalse();

    [Theory]
    [InlineData("122/KH-UBND", " 122/kh-ubnd ", true)]
    [InlineData("122/KH-UBND", "122", false)]
    [InlineData("122/KH-UBND", null, false)]
    public void ConfirmName_TypedName_MatchesTheWordsOnly(string name, string? typed, bool matches) => ConfirmName.Matches(name, typed).ShouldBe(matches);
}
