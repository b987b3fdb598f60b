using Loa.Data;
using Loa.Modules.Activities;
using Loa.Platform.Jobs;
using Loa.Platform.Web;
using Loa.Tests.Infrastructure;
using Loa.Tests.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loa.Tests.Modules.Activities;

/// <summary>A linked page is noted once and seen to change and to go.</summary>
public abstract class EvidenceLinkTests
{
    private readonly LoaHost host;
    private readonly NewsSite site;

    private protected EvidenceLinkTests(LoaHost host, NewsSite site) => (this.host, this.site) = (host, site);

    [Fact]
    public async Task Link_IsNoted_ThenSeenToChangeAndToGo_AndTheFirstWordsStay()
    {
        var activity = await host.LogActivityAsync("tg-stttt");
        site.Page = "<title>Đối thoại với doanh nghiệp</title><p>Bản đầu</p>";
        var id = await host.InScopeAsync(async services =>
        {
            var evidence = await services.GetRequiredService<EvidenceDesk>().AddLinkAsync(activity.ActivityId, Guid.CreateVersion7(), new Uri("http://bao.example.vn/bai"), null, default);
            await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
            return evidence.EvidenceId;
        });
        var noted = await host.EventuallyAsync(id, found => found.Link == LinkState.Reachable);
        (noted.LinkTitle, (await SnapshotAsync(id)).Text).ShouldBe(("Đối thoại với doanh nghiệp", "Bản đầu"));
        await CheckAsync(id, LinkState.Reachable);

        site.Page = "<title>Khác</title><p>Bản sau</p>";
        await CheckAsync(id, LinkState.Changed);
        site.Page = null;
        await CheckAsync(id, LinkState.Gone);
        ((await SnapshotAsync(id)).Text, (await host.EventuallyAsync(id, _ => true)).LinkTitle).ShouldBe(("Bản đầu", "Đối thoại với doanh nghiệp"));
    }

    [Fact]
    public async Task Upkeep_LooksAtLinksOnceAWeek()
    {
        var activity = await host.LogActivityAsync("tg-stttt");
        site.Page = "<p>Có</p>";
        var (fresh, old) = (await AddAsync(activity, 3), await AddAsync(activity, 8));

        await host.InScopeAsync(services => services.GetRequiredService<EvidenceUpkeep>().RunAsync(RunOf(EvidenceUpkeep.Kind, "{}"), default));

        var asked = await host.QueryAsync(db => db.Set<Job>().Where(job => job.Kind == EvidenceLinkJob.Kind).Select(job => job.Payload).ToListAsync());
        asked.ShouldContain(payload => payload.Contains(old.ToString(), StringComparison.Ordinal));
        asked.ShouldNotContain(payload => payload.Contains(fresh.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Round_BeginsTheUpkeepOfADayOnce()
    {
        await host.InScopeAsync(services => services.GetRequiredService<LoaDbContext>().Set<EvidenceRules>().ExecuteUpdateAsync(set => set.SetProperty(rules => rules.UpkeptOn, new DateOnly(2020, 1, 1))));
        var before = await CountAsync();
        for (var i = 0; i < 3; i++)
            await host.InScopeAsync(services => services.GetServices<Loa.Modules.Notifications.INotificationRound>().OfType<EvidenceRound>().Single().RunAsync(default));
        (await CountAsync()).ShouldBe(before + 1);

        Task<int> CountAsync() => host.QueryAsync(db => db.Set<Job>().CountAsync(job => job.Kind == EvidenceUpkeep.Kind));
    }

    private Task<Guid> AddAsync(Activity activity, int daysAgo) => host.InScopeAsync(async services =>
    {
        var now = services.GetRequiredService<Loa.Platform.Calendar>().UtcNow;
        var evidence = new Evidence { EvidenceId = Guid.CreateVersion7(), ActivityId = activity.ActivityId, Url = "http://bao.example.vn/bai", Link = LinkState.Reachable, LinkCheckedAt = now.AddDays(-daysAgo), AddedAt = now };
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(evidence);
        await db.SaveChangesAsync();
        return evidence.EvidenceId;
    });

    private async Task CheckAsync(Guid id, LinkState expected)
    {
        await host.InScopeAsync(services => services.GetRequiredService<EvidenceLinkJob>().RunAsync(RunOf(EvidenceLinkJob.Kind, $$"""{"EvidenceId":"{{id}}"}"""), default));
        (await host.EventuallyAsync(id, _ => true)).Link.ShouldBe(expected);
    }

    private Task<LinkSnapshot> SnapshotAsync(Guid id) => host.QueryAsync(db => db.Set<LinkSnapshot>().SingleAsync(snapshot => snapshot.EvidenceId == id));

    private static JobRun RunOf(string kind, string payload) => new(new Job { Kind = kind, Payload = payload }, (_, _) => Task.CompletedTask);
}

/// <summary>One page that is there, changes and goes.</summary>
internal sealed class NewsSite
{
    public string? Page { get; set; }

    public static NewsSite Add(WebApplicationBuilder loa)
    {
        var site = new NewsSite();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = site.Page is null ? 404 : 200;
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(site.Page ?? "");
        });
        app.StartAsync().GetAwaiter().GetResult();
        loa.Services.AddSingleton<PublicNetwork>(new TestNetwork(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port));
        return site;
    }
}

public sealed class LinksSqliteHost : SqliteHost
{
    internal NewsSite Site { get; private set; } = null!;

    private protected override void Configure(WebApplicationBuilder builder) => Site = NewsSite.Add(builder);
}

public sealed class LinksPostgresHost : PostgresHost
{
    internal NewsSite Site { get; private set; } = null!;

    private protected override void Configure(WebApplicationBuilder builder) => Site = NewsSite.Add(builder);
}

public sealed class EvidenceLinksOnSqlite(LinksSqliteHost host) : EvidenceLinkTests(host, host.Site), IClassFixture<LinksSqliteHost>;

public sealed class EvidenceLinksOnPostgres(LinksPostgresHost host) : EvidenceLinkTests(host, host.Site), IClassFixture<LinksPostgresHost>;
