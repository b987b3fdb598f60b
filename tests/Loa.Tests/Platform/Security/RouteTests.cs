using System.Net;
using System.Security.Claims;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Security;

/// <summary>Every address × everyone who may ask. The table below is the truth; a new page fails here until it says who may see it.</summary>
public abstract class RouteTests(LoaHost host)
{
    private const string Everyone = "anonymous Administrator ProgrammeOfficer UnitOfficer Leader";
    private const string SignedIn = "Administrator ProgrammeOfficer UnitOfficer Leader";
    private const string Officers = "Administrator ProgrammeOfficer";
    private const string Administrators = "Administrator";

    /// <summary>The longest prefix that fits decides.</summary>
    private static readonly (string Prefix, string Who)[] Table =
    [
        ("/", SignedIn),
        ("/healthz", Everyone),
        ("/dang-nhap", Everyone),
        ("/khoi-tao", Everyone),
        ("/ngon-ngu", Everyone),
        ("/loi", Everyone),
        ("/trang-thai", Everyone),
        ("/dang-xuat", SignedIn),
        ("/tai-khoan", SignedIn),
        ("/nguoi-dung", Administrators),
        ("/co-quan", SignedIn),
        ("/co-quan/soan", Officers),
        ("/ke-hoach", SignedIn),
        ("/ke-hoach/nhap", Officers),
        ("/thong-bao", SignedIn),
        ("/lich", Everyone),
        ("/thong-bao/gui", Administrators),
        ("/giao-dien", Everyone),
    ];

    [Fact]
    public async Task EveryRoute_EveryRole_AsTheTableSays()
    {
        var routes = Routes();
        routes.Count.ShouldBeGreaterThan(12);
        var wrong = new List<string>();
        foreach (var endpoint in routes)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var row = Table.Where(entry => path == entry.Prefix || (entry.Prefix != "/" && path.StartsWith(entry.Prefix + "/", StringComparison.Ordinal))).OrderByDescending(entry => entry.Prefix.Length).ToList();
            if (row.Count == 0)
            {
                wrong.Add($"{path} is not in the table");
                continue;
            }

            var allowed = await AllowedAsync(endpoint);
            if (allowed != row[0].Who)
            {
                wrong.Add($"{path}: the table says {row[0].Who}, the program lets in {allowed}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forbidden_AndMissing_AnswerAlike()
    {
        using var browser = await host.BrowseAsAsync(Role.Leader);

        var forbidden = await browser.GetAsync("/nguoi-dung");
        var missing = await browser.GetAsync("/khong-co-trang-nay");

        forbidden.Status.ShouldBe(HttpStatusCode.NotFound);
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        forbidden.TextOf("h1").ShouldBe("Không tìm thấy trang");
        missing.TextOf("h1").ShouldBe(forbidden.TextOf("h1"));
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        foreach (var address in (string[])["/dang-nhap", "/nguoi-dung", "/co-quan", "/khong-co", "/healthz"])
        {
            var page = await browser.GetAsync(address);
            page.Header("Content-Security-Policy").ShouldBe(SecurityHeaders.ContentSecurityPolicy, address);
            page.Header("X-Content-Type-Options").ShouldBe("nosniff", address);
            page.Header("X-Frame-Options").ShouldBe("DENY", address);
            page.Header("Referrer-Policy").ShouldBe("same-origin", address);
        }
    }

    [Fact]
    public async Task EveryPage_HasNothingInline()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        foreach (var address in (string[])["/dang-nhap", "/nguoi-dung", "/nguoi-dung/them", "/tai-khoan", "/tai-khoan/mat-khau", "/co-quan", "/co-quan/tg", "/co-quan/nhom", "/co-quan/soan", "/co-quan/soan/tg-snv", "/thong-bao", "/thong-bao/gui", "/tai-khoan/thong-bao", "/tai-khoan/lich", "/khong-co"])
        {
            var page = await browser.GetAsync(address);
            page.Document.QuerySelectorAll("[style], style, script:not([src]):not([type='application/json'])").ShouldBeEmpty(address);
            page.Document.QuerySelectorAll("h1").Length.ShouldBe(1, address);
        }
    }

    private List<RouteEndpoint> Routes() => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null || endpoint.RoutePattern.RawText is "/" or "/healthz")];

    private async Task<string> AllowedAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Everyone;
        }

        var policies = host.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var authorization = host.Services.GetRequiredService<IAuthorizationService>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()) ?? await policies.GetFallbackPolicyAsync();
        var allowed = new List<string>();
        foreach (var (name, person) in People())
        {
            if ((await authorization.AuthorizeAsync(person, null, policy!)).Succeeded)
            {
                allowed.Add(name);
            }
        }

        return string.Join(' ', allowed);
    }

    private static IEnumerable<(string Name, ClaimsPrincipal Person)> People()
    {
        yield return ("anonymous", new ClaimsPrincipal(new ClaimsIdentity()));
        foreach (var role in Enum.GetValues<Role>())
        {
            yield return (role.ToString(), new ClaimsPrincipal(new ClaimsIdentity([new Claim(CurrentUser.GrantClaim, CurrentUser.GrantValue(role, null))], "test")));
        }
    }
}

public sealed class RoutesOnSqlite(SqliteHost host) : RouteTests(host), IClassFixture<SqliteHost>;

public sealed class RoutesOnPostgres(PostgresHost host) : RouteTests(host), IClassFixture<PostgresHost>;
