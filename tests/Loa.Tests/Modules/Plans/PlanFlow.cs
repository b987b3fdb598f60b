using System.Net;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Issue;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Plans;

/// <summary>The steps of an officer, each through the pages.</summary>
internal static class PlanFlow
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static async Task<TestPage> UploadAsync(this TestBrowser browser, byte[] content, string name = "ke-hoach.docx", params (string Name, string Value)[] fields)
    {
        var page = await browser.GetAsync(PlanLinks.Upload);
        var token = page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(Docx);
        form.Add(file, "File", name);
        return await browser.PostAsync(PlanLinks.Upload, form);
    }

    /// <summary>Uploads and waits until the draft is there.</summary>
    public static async Task<Guid> ImportAsync(this LoaHost host, TestBrowser browser, byte[] content, string name = "ke-hoach.docx")
    {
        var answer = await browser.UploadAsync(content, name);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var id = Guid.Parse(answer.Location!.Split('/')[^1]);
        await host.WaitForDraftAsync(id);
        return id;
    }

    public static async Task WaitForDraftAsync(this LoaHost host, Guid importId)
    {
        for (var i = 0; i < 300; i++)
        {
            var import = await host.QueryAsync(db => db.Set<PlanImport>().AsNoTracking().SingleAsync(x => x.PlanImportId == importId));
            if (import.Status == ImportStatus.Draft)
                return;
            import.Status.ShouldBeOneOf(ImportStatus.Queued, ImportStatus.Reading);
            await Task.Delay(100);
        }

        throw new TimeoutException("The file was not read within 30 s.");
    }

    public static async Task<Plan> IssueAsync(this LoaHost host, TestBrowser browser, Guid importId)
    {
        var page = await browser.GetAsync(PlanLinks.Confirm(importId));
        var answer = await page.SubmitAsync(page.Form("main form:has([name=Revision])"), ("Accept", "true"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
        var id = Guid.Parse(answer.Location!.Split('/')[^1]);
        return await host.QueryAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Tasks.OrderBy(t => t.Ordinal)).ThenInclude(t => t.Agencies).Include(p => p.Tasks).ThenInclude(t => t.Assignments).SingleAsync(p => p.PlanId == id));
    }

    /// <summary>Waits until the agencies were told of the plan.</summary>
    public static async Task ToldAsync(this LoaHost host, Guid planId)
    {
        for (var i = 0; i < 600; i++)
        {
            var job = await host.QueryAsync(db => db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == TellPlanJob.Kind && j.Payload.Contains(planId.ToString())));
            if (job.IsFinished)
            {
                job.State.ShouldBe(JobState.Done, job.Message);
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("Nobody was told within 30 s.");
    }

    public static Task<TestBrowser> OfficerAsync(this LoaHost host) => host.BrowseAsAsync(Role.ProgrammeOfficer);

    public static string Folded(this TestPage page) => Folding.Fold(page.TextOf("main") ?? "");
}
