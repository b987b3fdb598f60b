namespace Loa.BrowserTests.Infrastructure;

/// <summary>Addresses for pages that take a parameter or answer with another status than 200, by page path.</summary>
internal static class SampleAddresses
{
    public static Task<IReadOnlyDictionary<string, CatalogPage[]>> CreateAsync(LoaServer server)
    {
        _ = server;
        return Task.FromResult<IReadOnlyDictionary<string, CatalogPage[]>>(new Dictionary<string, CatalogPage[]>
        {
            // By their bare address these answer as pages that do not exist, which is also how they look in earnest.
            ["/Errors/Status"] = [new("Errors-Status", "/trang-thai/404", 404)],
            ["/Errors/Error"] = [new("Errors-Error", "/loi", 404)],
            // Open only until there is an account; the first-run journey looks at it.
            ["/Accounts/FirstRun/FirstRun"] = [new("Accounts-FirstRun", "/khoi-tao", 404)],
        });
    }
}
