using System.Net;
using Loa.Data;
using Loa.Modules.Exemplars;
using Loa.Modules.Notifications;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Exemplars;

public abstract class ExemplarTests(LoaHost host)
{
    [Fact]
    public async Task Nominate_ReviewPublishApply_GoesThroughFourHands()
    {
        var activity = await host.LogActivityAsync("tg-stc", a => a.Title = "Một cửa lưu động tại chợ phiên");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        var reviewer = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg");
        var elsewhere = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var nominating = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        using var reviewing = await host.BrowseAsAsync(reviewer.Email!, TestData.Password);
        using var applying = await host.BrowseAsAsync(elsewhere.Email!, TestData.Password);

        var form = await nominating.GetAsync(ExemplarLinks.Nominate(activity.ActivityId));
        form.Document.QuerySelector("[name='Title']")!.GetAttribute("value").ShouldBe("Một cửa lưu động tại chợ phiên");
        (await form.SubmitAsync(form.Form("main form"), ("Story", "Mỗi phiên chợ tiếp 40 lượt người."))).Status.ShouldBe(HttpStatusCode.Redirect);
        var exemplar = await host.QueryAsync(db => db.Set<Exemplar>().SingleAsync(e => e.ActivityId == activity.ActivityId));
        var address = ExemplarLinks.Exemplar(exemplar.ExemplarId);
        (await host.QueryAsync(db => db.Set<Notification>().AnyAsync(n => n.UserId == reviewer.Id && n.Kind == ExemplarDesk.ReviewKind))).ShouldBeTrue("nobody of the agency itself reviews, so those above it are told");
        (await applying.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "not recognised yet");
        (await nominating.GetAsync(address)).Document.QuerySelector("#xem-xet").ShouldBeNull("nobody reviews what they nominated");

        var review = await reviewing.GetAsync(address);
        (await review.SubmitAsync(review.Form("#xem-xet"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Notification>().AnyAsync(n => n.UserId == officer.Id && n.Kind == ExemplarDesk.ReviewedKind))).ShouldBeTrue();

        var seen = await applying.GetAsync(address);
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.TextOf("main")!.ShouldContain("Mỗi phiên chợ");
        (await seen.SubmitAsync(seen.Form("form[action*='handler=Apply']"))).Status.ShouldBe(HttpStatusCode.BadRequest, "neither an activity nor a word");
        var own = await host.LogActivityAsync("tg-sct", a => a.Title = "Một cửa lưu động của chúng tôi");
        (await seen.SubmitAsync(seen.Form("form[action*='handler=Apply']"), ("UsedActivityId", own.ActivityId.ToString()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await reviewing.GetAsync(address)).TextOf("#ap-dung")!.ShouldContain("Một cửa lưu động của chúng tôi");
        (await seen.SubmitAsync(seen.Form("form[action*='handler=Apply']"), ("UsedActivityId", activity.ActivityId.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound, "another's activity is not ours");
    }

    [Fact]
    public async Task Shortcoming_IsInternal_AndIsPublishedOnlyByDecision()
    {
        var exemplar = await ExemplarFlow.NominateAsync(host, "tg-sxd", ExemplarKind.Shortcoming);
        var beside = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-sct");
        var above = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg");
        using var stranger = await host.BrowseAsAsync(beside.Email!, TestData.Password);
        using var reviewer = await host.BrowseAsAsync(above.Email!, TestData.Password);
        var address = ExemplarLinks.Exemplar(exemplar.ExemplarId);
        var page = await reviewer.GetAsync(address);
        (await page.SubmitAsync(page.Form("#xem-xet"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "a shortcoming is not seen from beside");
        page = await reviewer.GetAsync(address);
        (await page.SubmitAsync(page.Form("form[action*='handler=Publish']"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(page.Form("form[action*='handler=Remedy']"), ("Remedy", "Đã bố trí người trực"), ("RemediedOn", "1/3/2026"))).Status.ShouldBe(HttpStatusCode.Redirect);
        page = await reviewer.GetAsync(address);
        page.TextOf("main")!.ShouldContain("Đã khắc phục");
        (await page.SubmitAsync(page.Form("form[action*='handler=Publish']"), ("Decision", "Kết luận số 5/KL-UBND"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Exemplar>().SingleAsync(e => e.ExemplarId == exemplar.ExemplarId))).Decision.ShouldBe("Kết luận số 5/KL-UBND");
    }

    [Fact]
    public async Task Change_WhatWasRecognised_GoesToReviewAgain()
    {
        var exemplar = await ExemplarFlow.NominateAsync(host, "tg-stp", ExemplarKind.Model);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            await services.GetRequiredService<ExemplarDesk>().ReviewAsync(await db.Set<Exemplar>().SingleAsync(e => e.ExemplarId == exemplar.ExemplarId), recognised: true, null, default);
            await db.SaveChangesAsync();
        });
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var edit = await browser.GetAsync(ExemplarLinks.Edit(exemplar.ExemplarId));
        (await edit.SubmitAsync(edit.Form("main form"), ("Story", "Khác hẳn"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var now = await host.QueryAsync(db => db.Set<Exemplar>().SingleAsync(e => e.ExemplarId == exemplar.ExemplarId));
        (now.State, now.ReviewedAt, now.Story).ShouldBe((ExemplarState.Nominated, null, "Khác hẳn"));
    }
}

internal static class ExemplarFlow
{
    public static Task<Exemplar> NominateAsync(LoaHost host, string agencyCode, ExemplarKind kind) => host.InScopeAsync(async services =>
    {
        var exemplar = new Exemplar { ExemplarId = Guid.CreateVersion7(), AgencyId = await host.AgencyIdAsync(agencyCode), Kind = kind, Title = "Một cửa lưu động", Story = "Đến tận thôn." };
        await services.GetRequiredService<ExemplarDesk>().NominateAsync(exemplar, default);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return exemplar;
    });
}

public sealed class ExemplarsOnSqlite(SqliteHost host) : ExemplarTests(host), IClassFixture<SqliteHost>;

public sealed class ExemplarsOnPostgres(PostgresHost host) : ExemplarTests(host), IClassFixture<PostgresHost>;
