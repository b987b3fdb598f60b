using System.Net;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace Loa.Tests.Platform.Ui;

/// <summary>A host in development, where the component page exists.</summary>
public sealed class GalleryHost : SqliteHost
{
    private protected override void Configure(WebApplicationBuilder builder) => builder.Environment.EnvironmentName = "Development";
}

/// <summary>The markup of the components, read from the page that shows them all.</summary>
public sealed class ComponentTests(GalleryHost host) : IClassFixture<GalleryHost>
{
    private const string Gallery = "/giao-dien";

    [Fact]
    public async Task PageHeader_Shown_IsTheOnlyHeadingOfTheFirstLevelAndTheTitle()
    {
        var page = await OpenAsync();
        page.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Document.Title.ShouldBe("Thành phần giao diện – Loa");
        page.TextOf(".breadcrumbs a").ShouldBe("Trang chủ");
    }

    [Fact]
    public async Task FormRow_EveryControl_HasALabelAndItsHint()
    {
        var page = await OpenAsync();
        var controls = page.Document.QuerySelectorAll("main input:not([type=hidden]):not([type=radio]), main select, main textarea");
        controls.Length.ShouldBeGreaterThan(8);
        foreach (var control in controls)
        {
            page.Document.QuerySelector($"label[for='{control.Id}']").ShouldNotBeNull($"{control.OuterHtml} has no label");
        }

        var date = page.Document.GetElementById("Form_Issued")!;
        page.Document.GetElementById(date.GetAttribute("aria-describedby")!)!.TextContent.ShouldStartWith("Ví dụ 25/5");
    }

    [Fact]
    public async Task Form_PostedEmpty_LinksEveryErrorToItsField()
    {
        var page = await OpenAsync();
        var answer = await page.SubmitAsync(page.Form("#forms form"), ("Form.Issued", "31/2"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var links = answer.Document.QuerySelectorAll(".error-summary a");
        links.Length.ShouldBe(3);
        foreach (var link in links)
        {
            var field = answer.Document.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
            field.GetAttribute("aria-invalid").ShouldBe("true");
            answer.Document.GetElementById($"{field.Id}-error")!.TextContent.ShouldContain(link.TextContent);
        }

        answer.Document.GetElementById("Form_Issued")!.GetAttribute("value").ShouldBe("31/2", "what was typed comes back as typed");
    }

    [Fact]
    public async Task Table_SortedColumn_SaysItsOrderAndTurnsRound()
    {
        var page = await OpenAsync(Gallery + "?sap-xep=ten&trang=2");
        var head = page.Document.QuerySelector("#plans th[aria-sort]").ShouldNotBeNull();
        head.GetAttribute("aria-sort").ShouldBe("ascending");
        head.QuerySelector("a")!.GetAttribute("href").ShouldBe("/giao-dien?sap-xep=-ten");
        page.TextOf("#plans .table-foot > span").ShouldBe("7–12 trong 214");
        page.TextOf("#plans .pagination [aria-current]").ShouldBe("2");
    }

    [Fact]
    public async Task Table_EveryCell_CarriesItsColumnForNarrowScreens()
    {
        var page = await OpenAsync();
        var heads = page.Document.QuerySelectorAll("#plans thead th").Select(head => head.TextContent.Trim()).ToArray();
        foreach (var row in page.Document.QuerySelectorAll("#plans tbody tr"))
        {
            row.Children.Select(cell => cell.GetAttribute("data-label")).ShouldBe(heads);
            row.Children[0].LocalName.ShouldBe("th");
        }
    }

    [Fact]
    public async Task Status_EveryTag_HasAnIconBesideItsWord()
    {
        var tags = (await OpenAsync()).Document.QuerySelectorAll(".status");
        tags.Length.ShouldBeGreaterThan(4);
        tags.ShouldAllBe(tag => tag.QuerySelector("svg[aria-hidden=true]") != null && tag.TextContent.Trim().Length > 0);
    }

    [Fact]
    public async Task Chart_Shown_CarriesTheSameFiguresAsATable()
    {
        var page = await OpenAsync();
        var bars = page.Document.QuerySelectorAll(".chart-value").Select(value => value.TextContent);
        page.Document.QuerySelectorAll(".chart table td").Select(cell => cell.TextContent).ShouldBe(bars);
        page.Document.QuerySelectorAll(".chart-bar")[1].GetAttribute("width").ShouldBe("64.58");
    }

    [Fact]
    public async Task Page_Whole_HasNothingInline()
    {
        var page = await OpenAsync();
        page.Document.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty("the content policy refuses it");
        page.Document.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
            .ShouldNotContain(name => name.StartsWith("on", StringComparison.Ordinal));
        page.Document.All.Select(element => element.Id).Where(id => id is { Length: > 0 }).ShouldBeUnique();
    }

    [Fact]
    public async Task LanguageSwitch_Posted_TurnsThePageIntoEnglish()
    {
        var browser = host.Browse();
        var vietnamese = await browser.GetAsync(Gallery);
        await vietnamese.SubmitAsync(vietnamese.Form("form.language"));
        var english = await browser.GetAsync(Gallery);
        english.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.TextOf("h1").ShouldBe("Interface components");
    }

    [Fact]
    public async Task Gallery_InProduction_DoesNotExist()
    {
        var production = new SqliteHost();
        await production.InitializeAsync();
        try
        {
            (await production.Browse().GetAsync(Gallery)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        finally
        {
            await production.DisposeAsync();
        }
    }

    private async Task<TestPage> OpenAsync(string address = Gallery)
    {
        var page = await host.Browse().GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }
}
