using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>An address to open, who opens it and the status it should have.</summary>
internal sealed record CatalogPage(string Name, string Url, int Status = 200);

/// <summary>
/// Every page there is, from the host's own routes, so that a new page cannot be forgotten. A page with a parameter needs sample
/// addresses from <see cref="SampleAddresses"/>; without them the sweep fails and names it.
/// </summary>
internal static class PageCatalog
{
    public static async Task<IReadOnlyList<CatalogPage>> AllAsync(LoaServer server)
    {
        var samples = await SampleAddresses.CreateAsync(server);
        var endpoints = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var pages = endpoints
            .Select(endpoint => (Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath, Route: endpoint.RoutePattern))
            .Where(found => found.Page is not null)
            .DistinctBy(found => found.Page)
            .ToList();
        pages.Count.ShouldBeGreaterThan(4, "the catalogue must not be empty");
        return [.. pages.SelectMany(found => Addresses(found.Page!, found.Route.RawText!, found.Route.Parameters.Any(parameter => !parameter.IsOptional), samples))];
    }

    private static CatalogPage[] Addresses(string page, string route, bool needsSample, Dictionary<string, CatalogPage[]> samples)
    {
        if (samples.TryGetValue(page, out var given))
        {
            return given;
        }

        needsSample.ShouldBeFalse($"{page} ({route}) has a parameter: give it addresses in SampleAddresses.");
        return [new CatalogPage(page.Trim('/').Replace('/', '-'), "/" + route.Split('{')[0].TrimEnd('/'))];
    }
}
