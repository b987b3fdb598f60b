using System.Net;
using Loa.Modules.Agencies;
using Loa.Modules.Circulations;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Circulations;

/// <summary>The steps of sender and reader, each through the pages.</summary>
internal static class CirculationFlow
{
    public static readonly byte[] Pdf = "%PDF-1.4\n%%EOF\n"u8.ToArray();

    public static async Task<TestPage> UploadAsync(this TestBrowser browser, byte[] content, string name)
    {
        var page = await browser.GetAsync(CirculationLinks.Send);
        using var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(content), "File", name);
        return await browser.PostAsync($"{CirculationLinks.Send}?handler=Upload", form);
    }

    /// <summary>Uploads a document, adds the targets one by one and gives the form as it stands then.</summary>
    public static async Task<TestPage> ComposeAsync(this TestBrowser browser, params string[] targets)
    {
        var uploaded = await browser.UploadAsync(Pdf, "cong-van.pdf");
        uploaded.Status.ShouldBe(HttpStatusCode.Redirect, uploaded.TextOf("main"));
        return await (await browser.GetAsync(uploaded.Location!)).AddAsync(targets);
    }

    public static async Task<TestPage> AddAsync(this TestPage page, params string[] targets)
    {
        foreach (var target in targets)
        {
            page = await page.PressAsync("Add", ("Target", target), ("them", target == CirculationReach.PlanTarget ? target : "mot"));
        }

        return page;
    }

    public static Task<TestPage> PressAsync(this TestPage page, string handler, params (string Name, string Value)[] values)
    {
        var form = page.Form("main form:has([name=NewId])");
        form.SetAttribute("action", $"{CirculationLinks.Send}?handler={handler}");
        return page.SubmitAsync(form, values);
    }

    public static async Task<Circulation> SendAsync(this LoaHost host, TestBrowser browser, string title, params Agency[] agencies)
    {
        var page = await browser.ComposeAsync([.. agencies.Select(agency => AgencyTarget.Of(agency.AgencyId, null))]);
        return await host.SentAsync(await page.PressAsync("", ("Title", title)));
    }

    public static async Task<Circulation> SentAsync(this LoaHost host, TestPage answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var id = Guid.Parse(answer.Location!.Split('/')[2]);
        return await host.QueryAsync(db => db.Set<Circulation>().AsNoTracking().SingleAsync(c => c.CirculationId == id));
    }

    /// <summary>Opens the document and says "Tôi đã đọc và nắm rõ".</summary>
    public static async Task ReadAsync(this TestBrowser browser, Circulation circulation)
    {
        await browser.GetAsync(CirculationLinks.Open(circulation.CirculationId));
        var page = await browser.GetAsync(CirculationLinks.Reading(circulation.CirculationId));
        var answer = await page.SubmitAsync(page.Form("main form#xac-nhan"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
    }
}
