using System.Net.Http.Headers;
using System.Text.Json;
using Loa.Modules.Activities;
using Loa.Modules.Activities.Proof.Pieces;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Activities;

/// <summary>What a browser does with evidence, with scripts and without.</summary>
internal static class EvidenceFlow
{
    public static async Task<string> TokenAsync(this TestBrowser browser, Guid activityId) =>
        (await browser.GetAsync(ActivityLinks.Activity(activityId))).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public static async Task<TestPage> SendFilesAsync(this TestBrowser browser, Guid activityId, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await browser.TokenAsync(activityId)), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "Files", name);
        return await browser.PostAsync($"{ActivityLinks.EvidenceDesk(activityId)}?handler=Upload", form);
    }

    public static async Task<(int Status, JsonElement Json)> BeginAsync(this TestBrowser browser, Guid activityId, string token, string name, long length, long modified = 7)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ActivityLinks.EvidencePieces(activityId))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("name", name), KeyValuePair.Create("length", $"{length}"), KeyValuePair.Create("modified", $"{modified}")]),
        };
        return await SendAsync(browser, request, token);
    }

    public static async Task<(int Status, JsonElement Json)> PieceAsync(this TestBrowser browser, Guid activityId, string token, Guid uploadId, long offset, HttpContent piece)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{ActivityLinks.EvidencePieces(activityId)}?tep={uploadId}") { Content = piece };
        piece.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add(PiecesModel.OffsetHeader, $"{offset}");
        return await SendAsync(browser, request, token);
    }

    public static Task<List<Evidence>> EvidenceAsync(this LoaHost host, Guid activityId) =>
        host.QueryAsync(db => db.Set<Evidence>().AsNoTracking().Where(evidence => evidence.ActivityId == activityId).OrderBy(evidence => evidence.Ordinal).ThenBy(evidence => evidence.EvidenceId).ToListAsync());

    /// <summary>Waits for what a job does.</summary>
    public static async Task<Evidence> EventuallyAsync(this LoaHost host, Guid evidenceId, Func<Evidence, bool> until)
    {
        for (var tries = 0; ; tries++)
        {
            var evidence = await host.QueryAsync(db => db.Set<Evidence>().AsNoTracking().SingleAsync(found => found.EvidenceId == evidenceId));
            if (until(evidence))
                return evidence;
            tries.ShouldBeLessThan(400, $"scan {evidence.Scan}, link {evidence.Link}, small {evidence.SmallFileId}");
            await Task.Delay(100);
        }
    }

    private static async Task<(int Status, JsonElement Json)> SendAsync(TestBrowser browser, HttpRequestMessage request, string token)
    {
        request.Headers.Add("X-Loa-Token", token);
        var answer = await browser.SendAsync(request);
        return ((int)answer.Status, answer.Text.StartsWith('{') ? JsonDocument.Parse(answer.Text).RootElement : default);
    }
}
