using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loa.Documents.Writing;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Reports;

/// <summary>Texts of sections as HTML and as blocks of a document, whatever somebody typed.</summary>
public abstract class MarkupTests(LoaHost host)
{
    [Theory]
    [InlineData("lists")]
    [InlineData("lines")]
    [InlineData("marks")]
    public void TextNestedTooDeep_IsShownAsItWasTyped(string kind)
    {
        var text = Deep(kind);

        var html = Write(ReportMarkup.Html(text));
        html.ShouldStartWith("<p class=\"lines\">");
        html.ShouldContain("&lt;b&gt;Nội dung&lt;/b&gt;", customMessage: "what was typed is text and never markup");
        html.ShouldNotContain("<ul>");
        html.ShouldNotContain("<strong>");
        var blocks = ReportMarkup.Blocks(text).ToList();
        blocks.OfType<TextParagraph>().Count().ShouldBe(blocks.Count);
        string.Join('\n', blocks.OfType<TextParagraph>().Select(paragraph => paragraph.Text.Plain)).ShouldContain("<b>Nội dung</b>");
    }

    [Fact]
    public void ListsThatPeopleWrite_AreLists()
    {
        const string text = "Kết quả **tốt**.\n\n- Một\n  - Hai\n    - Ba";

        var html = Write(ReportMarkup.Html(text));

        html.Split("<ul>").Length.ShouldBe(4, html);
        html.ShouldContain("<strong>tốt</strong>");
        ReportMarkup.Blocks(text).OfType<DashItem>().Select(item => item.Text.Plain).ShouldBe(["Một", "Hai", "Ba"]);
    }

    [Fact]
    public async Task TextNestedTooDeep_BreaksNoPageThatShowsIt()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var outline = await host.CreateOutlineAsync(owner.AgencyId);
        var period = await host.OpenAsync(outline);
        var (report, root, section, text) = (await host.ReportAsync(period, units[0].AgencyId), await host.ReportAsync(period, owner.AgencyId), outline.Sections[2].OutlineSectionId, Deep("lists"));
        await host.QueryAsync(db => db.Set<ReportText>().Where(row => row.ReportId == report.ReportId && row.OutlineSectionId == section).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, text)));
        using var officer = await host.OfficerOfAsync(units[0]);
        using var receiver = await host.OfficerOfAsync(owner);

        foreach (var address in new[] { ReportLinks.Report(report.ReportId), ReportLinks.Fill(report.ReportId), ReportLinks.File(report.ReportId, "docx") })
        {
            (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        }

        await host.SentAsync(period, units[0], host.Today(), ReportState.Accepted);
        (await receiver.GetAsync(ReportLinks.Contributions(root.ReportId, section))).TextOf(".prose")!.ShouldContain("<b>Nội dung</b>");
    }

    private static string Deep(string kind) => kind switch
    {
        "lists" => string.Concat(Enumerable.Repeat("- ", 100)),
        "lines" => string.Join('\n', Enumerable.Range(0, 100).Select(level => $"{new string(' ', 2 * level)}- mục")) + " ",
        _ => string.Concat(Enumerable.Repeat("**a *b ", 80)) + string.Concat(Enumerable.Repeat("c* d** ", 80)),
    } + "<b>Nội dung</b>";

    private static string Write(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }
}

public sealed class MarkupOnSqlite(SqliteHost host) : MarkupTests(host), IClassFixture<SqliteHost>;

public sealed class MarkupOnPostgres(PostgresHost host) : MarkupTests(host), IClassFixture<PostgresHost>;
