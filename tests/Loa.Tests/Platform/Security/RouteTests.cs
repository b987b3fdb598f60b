using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Security;

/// <summary>Every address × everyone who may ask × whose row it is. <see cref="RouteTable"/> is the truth; a new page fails here until it stands there.</summary>
public abstract partial class RouteTests(LoaHost host)
{
    /// <summary>Of the person's agency, a district's committee, to the agency of the row.</summary>
    private static readonly (string Relation, string Code)[] Relations = [("own", "tptg"), ("below", "tptg-x01"), ("parent", "tg"), ("sibling", "hsl"), ("stranger", "tgu")];

    [Fact]
    public async Task EveryRoute_EveryRole_AsTheTableSays()
    {
        var routes = Routes();
        routes.Count.ShouldBeGreaterThan(12);
        var wrong = new List<string>();
        foreach (var endpoint in routes)
        {
            var path = PathOf(endpoint);
            if (RouteTable.Rows.SingleOrDefault(row => row.Route == path) is not { } row)
            {
                wrong.Add($"{path} is not in the table");
            }
            else if (await AllowedAsync(endpoint) is var allowed && allowed != row.Who)
            {
                wrong.Add($"{path}: the table says {row.Who}, the program lets in {allowed}");
            }
            else if (row.Row is null && endpoint.RoutePattern.Parameters.Any(parameter => !parameter.IsOptional) && path != "/trang-thai/{code:int}" && !row.Who.StartsWith("anonymous", StringComparison.Ordinal))
            {
                wrong.Add($"{path} shows a row: say in the table how to make one");
            }
        }

        RouteTable.Rows.Select(row => row.Route).Except(routes.Select(PathOf)).ShouldBeEmpty("in the table, but not in the program");
        wrong.ShouldBeEmpty();
    }

    /// <summary>A role is granted on one agency; the row belongs to another. What may not be opened looks like what is not there.</summary>
    [Fact]
    public async Task EveryRow_EveryRole_EveryRelation_AsTheTableSays()
    {
        var samples = new RouteSamples(host);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await host.CreateUserAsync(role, "tptg");
            using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
            foreach (var (row, relation, address) in await AddressesAsync(samples))
            {
                var allowed = row.Who.Contains(role.ToString(), StringComparison.Ordinal) && row.Where.Contains(relation, StringComparison.Ordinal);
                var page = await browser.GetAsync(address);
                if (allowed != (page.Status == HttpStatusCode.OK))
                {
                    wrong.Add($"{role}, {relation}: {row.Route} answered {(int)page.Status}");
                }
                else if (!allowed)
                {
                    wrong.AddRange((await LooksMissingAsync(browser, page, address, row)).Select(problem => $"{role}, {relation}: {row.Route} {problem}"));
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Letters go to everyone, so what became of them is not for whoever administers a part.</summary>
    [Fact]
    public async Task Outbox_AdministratorOfAPart_DoesNotExistAndIsNotOffered()
    {
        const string address = "/thong-bao/gui";
        var person = await host.CreateUserAsync(Role.Administrator, "tg");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var whole = await host.BrowseAsAsync(Role.Administrator);

        (await LooksMissingAsync(browser, await browser.GetAsync(address), address, RouteTable.Rows.Single(row => row.Route == address))).ShouldBeEmpty();
        (await browser.GetAsync("/nguoi-dung")).Document.QuerySelector($"a[href='{address}']").ShouldBeNull();
        (await whole.GetAsync("/nguoi-dung")).Document.QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        (await whole.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EveryRow_AdministratorOfTheWholeSystem_OpensWhereverAdministratorsMay()
    {
        var samples = new RouteSamples(host);
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        foreach (var (row, relation, address) in (await AddressesAsync(samples)).Where(entry => entry.Row.Who.Contains(nameof(Role.Administrator), StringComparison.Ordinal)))
        {
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{relation}: {row.Route}");
        }
    }

    private async Task<List<(RouteRow Row, string Relation, string Address)>> AddressesAsync(RouteSamples samples)
    {
        var all = new List<(RouteRow, string, string)>();
        foreach (var row in RouteTable.Rows.Where(row => row.Row is not null))
        {
            foreach (var (relation, code) in Relations)
            {
                var agency = await host.QueryAsync(db => db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == code));
                all.Add((row, relation, await row.Row!(samples, agency)));
            }
        }

        all.Count.ShouldBeGreaterThan(30);
        return all;
    }

    /// <summary>Same status, same page as for an address that never was; and none of its handlers does anything.</summary>
    private async Task<List<string>> LooksMissingAsync(TestBrowser browser, TestPage page, string address, RouteRow row)
    {
        var problems = new List<string>();
        var missing = await browser.GetAsync("/khong-co-trang-nay");
        if ((page.Status, Bare(page, address)) != (missing.Status, Bare(missing, "/khong-co-trang-nay")))
        {
            problems.Add("looks different from a missing page");
        }

        var token = missing.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in await HandlersAsync(row.Route))
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            var answer = await browser.PostAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}", form);
            if (answer.Status != HttpStatusCode.NotFound)
            {
                problems.Add($"POST {handler} answered {(int)answer.Status}");
            }
        }

        return problems;
    }

    private static string Bare(TestPage page, string address) => TokenPattern().Replace(page.Text.Replace(address, "", StringComparison.Ordinal), "");

    private async Task<IReadOnlyList<string>> HandlersAsync(string route)
    {
        var endpoint = Routes().Single(candidate => PathOf(candidate) == route);
        var page = await host.Services.GetRequiredService<PageLoader>().LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, endpoint.Metadata);
        return [.. page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name ?? "")];
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

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
    public async Task Refused_FormWithAFieldCalledCode_StillGetsTheStatusPage()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Code", "so-noi-vu")]);

        var refused = await browser.PostAsync("/co-quan/soan", form);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf("h1").ShouldBe("Yêu cầu không hợp lệ");
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
        foreach (var address in (string[])["/dang-nhap", "/nguoi-dung", "/nguoi-dung/them", "/tai-khoan", "/tai-khoan/mat-khau", "/co-quan", "/co-quan/tg", "/co-quan/nhom", "/co-quan/soan", "/co-quan/soan/tg-snv", "/thong-bao/gui", "/khong-co"])
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
            return "anonymous " + string.Join(' ', Enum.GetNames<Role>());
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

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"", RegexOptions.None, 2000)]
    private static partial Regex TokenPattern();

    private static IEnumerable<(string Name, ClaimsPrincipal Person)> People()
    {
        yield return ("anonymous", new ClaimsPrincipal(new ClaimsIdentity()));
        foreach (var role in Enum.GetValues<Role>())
        {
            yield return (role.ToString(), new ClaimsPrincipal(new ClaimsIdentity([new Claim(Grant.ClaimType, Grant.OnEverything(role).ToClaim())], "test")));
        }
    }
}

public sealed class RoutesOnSqlite(SqliteHost host) : RouteTests(host), IClassFixture<SqliteHost>;

public sealed class RoutesOnPostgres(PostgresHost host) : RouteTests(host), IClassFixture<PostgresHost>;
