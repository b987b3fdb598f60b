using Loa.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Components;

/// <summary>The behaviours that scripts add, on the component page.</summary>
[Collection(BrowserRoom.Name)]
public sealed class ComponentTests(Browser browser)
{
    private const string Gallery = "/giao-dien";

    [Theory]
    [InlineData("Ngày ban hành", "25/5/2026", "Thứ Hai, 25/05/2026")]
    [InlineData("Ngày ban hành", "31/2/2026", "Chưa hiểu ngày này. Hãy nhập như 25/5.")]
    [InlineData("Kỳ", "quý 3/2026", "01/07/2026 – 30/09/2026")]
    [InlineData("Kỳ", "6 tháng cuối năm 2025", "01/07/2025 – 31/12/2025")]
    public Task TypedField_AsOneTypes_SaysWhatWasUnderstood(string label, string typed, string understood) => OnGalleryAsync(async page =>
    {
        var field = page.Locator("#forms").GetByLabel(label);
        await field.FillAsync(typed);
        await Assertions.Expect(page.Locator("#" + await field.GetAttributeAsync("id") + "-typed")).ToHaveTextAsync(understood);
    });

    [Fact]
    public Task AgencyPicker_TypedWithoutDiacritics_FindsAndChooses() => OnGalleryAsync(async page =>
    {
        var picker = page.GetByRole(AriaRole.Combobox, new() { Name = "Cơ quan ban hành" });
        await picker.FillAsync("dong tam my loc");
        await picker.PressAsync("ArrowDown");
        await picker.PressAsync("Enter");
        await Assertions.Expect(picker).ToHaveValueAsync("UBND xã Đồng Tâm");
        await Assertions.Expect(page.Locator("select[name='Form.Agency']")).ToHaveValueAsync("6");
    });

    [Fact]
    public Task Shortcuts_SlashAndQuestionMark_SearchAndHelp() => OnGalleryAsync(async page =>
    {
        await page.Locator("main").PressAsync("?");
        await Assertions.Expect(page.Locator("#shortcuts")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
    });

    [Fact]
    public Task ChartKey_Pressed_ShowsTheFiguresAsATable() => OnGalleryAsync(async page =>
    {
        await page.Locator("main").PressAsync("b");
        await Assertions.Expect(page.Locator(".chart table")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Tabs_ArrowKey_ShowsTheNextPanelOnly() => OnGalleryAsync(async page =>
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Căn cứ" }).PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#panel-b")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#panel-a")).ToBeHiddenAsync();
    });

    [Fact]
    public Task ConfirmByName_WrongName_KeepsTheButtonAsleep() => OnGalleryAsync(async page =>
    {
        var confirm = page.Locator("details.confirm");
        await confirm.Locator("summary").ClickAsync();
        var button = confirm.Locator("button[type=submit]");
        await Assertions.Expect(button).ToBeDisabledAsync();
        await confirm.Locator("input[name=confirm]").FillAsync("122/kh-ubnd");
        await Assertions.Expect(button).ToBeEnabledAsync();
    });

    [Fact]
    public Task ColumnChooser_Unticked_HidesTheColumnAndRemembersIt() => OnGalleryAsync(async page =>
    {
        var column = page.Locator("#plans th[scope=col]", new() { HasText = "Cơ quan ban hành" });
        await page.Locator("#plans .column-chooser summary").ClickAsync();
        await page.Locator("#plans .column-chooser").GetByLabel("Cơ quan ban hành").UncheckAsync();
        await Assertions.Expect(column).ToBeHiddenAsync();

        await page.Locator("#plans thead a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#plans th[aria-sort=ascending]")).ToBeVisibleAsync();
        await Assertions.Expect(column).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Assertions.Expect(column).ToBeHiddenAsync();
        await page.Locator("#plans .column-chooser summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hiện mọi cột" }).ClickAsync();
        await Assertions.Expect(column).ToBeVisibleAsync();
    });

    [Fact]
    public Task Table_SortLink_ExchangesTheFrameAndTheAddress() => OnGalleryAsync(async page =>
    {
        await page.Locator("#plans thead a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#plans th[aria-sort=ascending]")).ToContainTextAsync("Kế hoạch");
        page.Url.ShouldContain("sap-xep=ten");
    });

    [Fact]
    public Task Form_Posted_ShowsErrorsLinkedToFields_ThenAFlashThatCanBeUndone() => OnGalleryAsync(async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await page.Locator(".error-summary a").First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Tên kế hoạch")).ToBeFocusedAsync();

        await page.GetByLabel("Tên kế hoạch").FillAsync("Kế hoạch thử");
        await page.Locator("#forms").GetByLabel("Ngày ban hành").FillAsync("25/5");
        var picker = page.GetByRole(AriaRole.Combobox, new() { Name = "Cơ quan ban hành" });
        await picker.FillAsync("noi vu");
        await picker.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync("Đã lưu Kế hoạch thử.");
        await page.Locator("#flashes").GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync("Đã hoàn tác.");
    });

    private async Task OnGalleryAsync(Func<IPage, Task> test, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        await using var server = await (await LoaServer.StartAsync()).WithAdministratorAsync();
        await browser.RunAsync(
            server,
            async page =>
            {
                await page.GotoAsync(Gallery, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
                await test(page);
            },
            name: name);
    }
}
