using System.Net;
using System.Text;
using Loa.Modules.Agencies;
using Loa.Platform.Sheets;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Agencies;

/// <summary>The steps of an officer with a list of agencies, each through the pages.</summary>
internal static class AgencySheetFlow
{
    public static Task<TestPage> LookAtAsync(this TestBrowser browser, string csv) => browser.LookAtAsync(Encoding.UTF8.GetBytes(csv), "co-quan.csv");

    /// <summary>Uploads, and follows to the page that says what would be done.</summary>
    public static async Task<TestPage> LookAtAsync(this TestBrowser browser, byte[] content, string name)
    {
        var page = await browser.GetAsync(AgencyLinks.Import);
        using var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(content), "File", name);
        var answer = await browser.PostAsync(AgencyLinks.Import, form);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        return await browser.GetAsync(answer.Location!);
    }

    public static Task<TestPage> ConfirmAsync(this TestPage page) => page.SubmitAsync(page.Form("main form:has([name=digest])"));

    public static async Task TakeOverAsync(this TestBrowser browser, byte[] content, string name)
    {
        var page = await browser.LookAtAsync(content, name);
        var done = await page.ConfirmAsync();
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.TextOf("main"));
    }

    public static Task<byte[]> ExportAsync(this LoaHost host, SheetFormat format, string? below = null, DateOnly? day = null) => host.InScopeAsync(async services =>
    {
        var rows = await services.GetRequiredService<AgencyExport>().RowsAsync(day ?? services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday, below);
        using var stream = new MemoryStream();
        SheetWriter.Write(stream, format, AgencyExport.Columns, rows);
        return stream.ToArray();
    });
}
