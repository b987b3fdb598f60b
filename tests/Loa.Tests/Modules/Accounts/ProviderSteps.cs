using System.Net;
using Loa.Modules.Accounts;
using Loa.Tests.Infrastructure;

namespace Loa.Tests.Modules.Accounts;

/// <summary>What a person does at the provider of <see cref="IdentityProvider"/>.</summary>
internal static class ProviderSteps
{
    /// <summary>From the button to the page a person ends up at, or the redirect of the last step.</summary>
    public static async Task<TestPage> SignInAtProviderAsync(this TestBrowser browser, string login, string? next = null)
    {
        var finish = await browser.GetAsync((await browser.AtProviderAsync(login, next)).PathAndQuery);
        return await browser.GetAsync(finish.Location.ShouldNotBeNull());
    }

    /// <summary>Types the login at the provider; the address it sends the browser back to.</summary>
    public static async Task<Uri> AtProviderAsync(this TestBrowser browser, string login, string? next = null)
    {
        var start = await browser.GetAsync(AccountLinks.SingleSignOn(next));
        using var outside = new TestBrowser(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var (_, at) = await FollowAsync(outside, start.Response.Headers.Location.ShouldNotBeNull($"{start.Status} {start.TextOf("main")}"));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("login", login)]);
        var answer = await outside.PostAsync(at.AbsoluteUri, form);
        (_, at) = await FollowAsync(outside, new Uri(at, answer.Response.Headers.Location.ShouldNotBeNull(answer.Text)));
        return at;
    }

    /// <summary>To the first page that is no redirect, or to the first address that is ours.</summary>
    private static async Task<(TestPage? Page, Uri At)> FollowAsync(TestBrowser outside, Uri address)
    {
        while (address.Host != "localhost")
        {
            var page = await outside.GetAsync(address.AbsoluteUri);
            if (page.Response.Headers.Location is not { } next)
            {
                page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
                return (page, address);
            }

            address = new Uri(address, next);
        }

        return (null, address);
    }
}
