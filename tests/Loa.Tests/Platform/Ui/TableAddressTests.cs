using Loa.Platform.Ui;
using Microsoft.AspNetCore.Http;

namespace Loa.Tests.Platform.Ui;

public sealed class TableAddressTests
{
    [Theory]
    [InlineData("ten", "ten")]
    [InlineData("-ten", "-ten")]
    [InlineData("matkhau", "-ngay")]
    [InlineData("", "-ngay")]
    [InlineData(null, "-ngay")]
    public void Sort_FromTheAddress_TakesAllowedKeysOnly(string? asked, string sorted) => TableSort.From(asked, "-ngay", "ten", "ngay").ToString().ShouldBe(sorted);

    [Fact]
    public void Sort_SameKeyAgain_TurnsRound()
    {
        var sort = TableSort.From("ten", "-ngay", "ten", "ngay");
        sort.Toward("ten").ToString().ShouldBe("-ten");
        sort.Toward("ngay").ToString().ShouldBe("ngay");
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(-5, 1)]
    [InlineData(3, 3)]
    [InlineData(int.MaxValue, 9)]
    public void Paging_AnyNumberFromTheAddress_StaysWithinTheList(int? asked, int page) => Paging.Of(asked, 214, 25).Page.ShouldBe(page);

    [Fact]
    public void Paging_EmptyList_HasOneEmptyPage()
    {
        var paging = Paging.Of(1, 0);
        (paging.Pages, paging.First, paging.Last).ShouldBe((1, 0L, 0L));
    }

    [Theory]
    [InlineData(1, "1 2 0 36")]
    [InlineData(18, "1 0 17 18 19 0 36")]
    [InlineData(36, "1 0 35 36")]
    public void Paging_Numbers_AreTheEndsAndTheNeighbours(int page, string numbers) => string.Join(' ', Paging.Of(page, 36 * 25).Numbers()).ShouldBe(numbers);

    [Fact]
    public void QueryLink_OneParameterChanged_KeepsTheOthers()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/ke-hoach";
        request.QueryString = new QueryString("?q=h%E1%BB%99i&trang=4&loai=1&loai=2");
        QueryLink.With(request, TableSort.Parameter, "-ngay", Paging.Parameter).ShouldBe("/ke-hoach?q=h%E1%BB%99i&loai=1&loai=2&sap-xep=-ngay");
    }
}
