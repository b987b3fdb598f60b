using System.Net;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Accounts;

/// <summary>Against a real provider: what it says is checked, and opens only an account that is there already.</summary>
public abstract class SingleSignOnTests(LoaHost host)
{
    private const string Failed = $"Đăng nhập qua {IdentityProvider.Name} không thành công";
    private const string Unknown = "Chưa có tài khoản Loa nào mở cho bạn";

    [Fact]
    public async Task SignIn_PersonOfOurs_EntersAndIsLinkedOnce()
    {
        var person = await host.CreateUserAsync();
        using var browser = host.Browse();
        (await browser.GetAsync("/dang-nhap?tiep=%2Fke-hoach")).Document.QuerySelector("a[href='/dang-nhap/mot-lan?tiep=%2Fke-hoach']").ShouldNotBeNull().TextContent.ShouldContain(IdentityProvider.Name);

        (await browser.SignInAtProviderAsync(person.Email!, "/ke-hoach")).Location.ShouldBe("/ke-hoach");

        (await browser.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
        var login = (await LoginsAsync(person)).ShouldHaveSingleItem();
        login.LoginProvider.ShouldBe(IdentityProvider.Shared.Settings.Authority.AbsoluteUri.TrimEnd('/'));
        login.ProviderKey.ShouldBe(person.Email);
        using var again = host.Browse();
        (await again.SignInAtProviderAsync(person.Email!)).Location.ShouldBe("/");
        (await LoginsAsync(person)).Count.ShouldBe(1);
        (await host.QueryAsync(db => db.Set<RoleGrant>().CountAsync(grant => grant.UserId == person.Id))).ShouldBe(1, "the provider gives no role");
    }

    [Fact]
    public async Task SignIn_AfterTheAddressHereChanged_StillFindsThePersonByTheSubject()
    {
        var person = await host.CreateUserAsync();
        using (var first = host.Browse())
        {
            await first.SignInAtProviderAsync(person.Email!);
        }

        var later = $"{TestData.Unique("moi")}@kiem-thu.example";
        await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, later).SetProperty(user => user.NormalizedEmail, later.ToUpperInvariant())));
        using var browser = host.Browse();

        (await browser.SignInAtProviderAsync(person.Email!)).Location.ShouldBe("/");

        (await browser.GetAsync("/tai-khoan")).Text.ShouldContain(later);
    }

    [Fact]
    public async Task SignIn_SecondSubjectWithTheSameAddress_OpensNothingUntilTheFirstIsUnlinked()
    {
        var person = await host.CreateUserAsync();
        using var browser = host.Browse();
        await browser.SignInAtProviderAsync(person.Email!);
        using var other = host.Browse();
        (await other.SignInAtProviderAsync($"{person.Email}#2")).TextOf("h1").ShouldBe(Unknown);

        var profile = await browser.GetAsync(AccountLinks.Profile);
        var form = profile.Form("form[action*=Unlink]");
        (await profile.SubmitAsync(form, ("subject", "của người khác"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await profile.SubmitAsync(form)).Location.ShouldBe(AccountLinks.Profile);

        (await browser.GetAsync(AccountLinks.Profile)).Document.QuerySelector("form[action*=Unlink]").ShouldBeNull();
        (await other.SignInAtProviderAsync($"{person.Email}#2")).Location.ShouldBe("/");
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("nonce")]
    [InlineData("tampered")]
    [InlineData("unsigned")]
    [InlineData("foreign")]
    public async Task SignIn_IdTokenThatDoesNotHold_IsRefused(string fault)
    {
        var person = await host.CreateUserAsync(email: $"{fault}-{TestData.Unique("p")}@kiem-thu.example");
        using var browser = host.Browse();

        var answer = await browser.SignInAtProviderAsync(person.Email!);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.TextOf("h1").ShouldBe(Failed);
        (await LoginsAsync(person)).ShouldBeEmpty();
        (await browser.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task SignIn_AddressNobodyHasVerified_IsToldSo()
    {
        var person = await host.CreateUserAsync(email: $"unverified-{TestData.Unique("p")}@kiem-thu.example");

        var answer = await host.Browse().SignInAtProviderAsync(person.Email!);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.TextOf("h1").ShouldBe($"{IdentityProvider.Name} chưa xác minh địa chỉ thư của bạn");
        (await LoginsAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_UnknownAndLocked_ReadAlikeAndNobodyIsCreated()
    {
        var person = await host.CreateUserAsync();
        await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true)));
        var before = await host.QueryAsync(db => db.Set<User>().CountAsync());
        var stranger = $"{TestData.Unique("la")}@kiem-thu.example";

        var unknown = await host.Browse().SignInAtProviderAsync(stranger);
        var locked = await host.Browse().SignInAtProviderAsync(person.Email!);

        unknown.Status.ShouldBe(HttpStatusCode.Forbidden);
        unknown.TextOf("h1").ShouldBe(Unknown);
        locked.TextOf("main").ShouldBe(unknown.TextOf("main")!.Replace(stranger, person.Email, StringComparison.Ordinal));
        (await host.QueryAsync(db => db.Set<User>().CountAsync())).ShouldBe(before);
        (await LoginsAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SignIn_LinkedPersonWhoWasLockedSince_DoesNotEnter()
    {
        var person = await host.CreateUserAsync();
        await host.Browse().SignInAtProviderAsync(person.Email!);
        await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true)));

        (await host.Browse().SignInAtProviderAsync(person.Email!)).TextOf("h1").ShouldBe(Unknown);
    }

    [Fact]
    public async Task Return_WithAnotherState_IsRefused()
    {
        var person = await host.CreateUserAsync();
        using var browser = host.Browse();
        var back = await browser.AtProviderAsync(person.Email!);
        var code = back.Query.TrimStart('?').Split('&').Single(part => part.StartsWith("code=", StringComparison.Ordinal));

        (await browser.OpenAsync($"{AccountLinks.SingleSignOnCallback}?{code}&state=doan-mo")).TextOf("h1").ShouldBe(Failed);
        using var victim = host.Browse();
        (await victim.OpenAsync(back.PathAndQuery)).TextOf("h1").ShouldBe(Failed, "the answer to one browser does not sign in another");
        (await victim.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap");
    }

    [Fact]
    public async Task Return_PersonRefusedAtTheProvider_IsLedBack() =>
        (await host.Browse().SignInAtProviderAsync("refuse")).TextOf("h1").ShouldBe(Failed);

    [Fact]
    public async Task SignIn_WithASecondFactorHere_AsksForItUnlessTheProviderDid()
    {
        var plain = await host.CreateUserAsync();
        var strong = await host.CreateUserAsync(email: $"mfa-{TestData.Unique("p")}@kiem-thu.example");
        foreach (var person in new[] { plain, strong })
        {
            using var first = await host.BrowseAsAsync(person.Email!, TestData.Password);
            await TwoFactorTests.SetUpAsync(first);
        }

        using var browser = host.Browse();
        (await browser.SignInAtProviderAsync(plain.Email!, "/ke-hoach")).Location.ShouldBe("/dang-nhap/ma?tiep=%2Fke-hoach");
        (await browser.GetAsync("/ke-hoach")).Location.ShouldStartWith("/dang-nhap");
        using var other = host.Browse();
        (await other.SignInAtProviderAsync(strong.Email!, "/ke-hoach")).Location.ShouldBe("/ke-hoach");
        (await other.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SignIn_RoleThatNeedsASecondFactor_LeadsToTheSetUpUnlessTheProviderAsked()
    {
        var plain = await host.CreateUserAsync(Role.ProcedureController);
        var strong = await host.CreateUserAsync(Role.ProcedureController, email: $"mfa-{TestData.Unique("p")}@kiem-thu.example");
        await host.QueryAsync(async db =>
        {
            db.Add(new SecondFactorRule { Role = Role.ProcedureController, RequiredSince = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            return await db.SaveChangesAsync();
        });
        using var browser = host.Browse();
        await browser.SignInAtProviderAsync(plain.Email!);
        (await browser.GetAsync("/ke-hoach")).Location.ShouldBe(AccountLinks.TwoFactor);
        using var other = host.Browse();
        await other.SignInAtProviderAsync(strong.Email!);
        (await other.GetAsync("/ke-hoach")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_ForeignReturnAddress_StaysHere()
    {
        var person = await host.CreateUserAsync();

        (await host.Browse().SignInAtProviderAsync(person.Email!, "https://xau.example/")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task Log_AfterFailures_SaysWhyWithoutSecrets()
    {
        await host.Browse().SignInAtProviderAsync("audience-nhat-ky@kiem-thu.example");

        host.Log.Entries.ShouldContain(entry => entry.Event.Id == 310 && entry.Text.Contains("IDX"));
        host.Log.Entries.ShouldAllBe(entry => !entry.Text.Contains(IdentityProvider.Shared.Settings.ClientSecret) && !entry.Text.Contains("nhat-ky@"));
    }

    private Task<List<IdentityUserLogin<Guid>>> LoginsAsync(User person) =>
        host.QueryAsync(db => db.Set<IdentityUserLogin<Guid>>().Where(login => login.UserId == person.Id).ToListAsync());
}

public sealed class SingleSignOnOnSqlite(SingleSignOnOnSqlite.Host host) : SingleSignOnTests(host), IClassFixture<SingleSignOnOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Oidc = IdentityProvider.Shared.Settings };
    }
}

public sealed class SingleSignOnOnPostgres(SingleSignOnOnPostgres.Host host) : SingleSignOnTests(host), IClassFixture<SingleSignOnOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Oidc = IdentityProvider.Shared.Settings };
    }
}

public sealed class SingleSignOnWithoutProviderTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Fact]
    public async Task NotConfigured_NoButtonAndNoPages()
    {
        using var browser = host.Browse();

        (await browser.GetAsync("/dang-nhap")).Document.QuerySelector("a[href^='/dang-nhap/mot-lan']").ShouldBeNull();
        (await browser.GetAsync("/dang-nhap/mot-lan")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AccountLinks.SingleSignOnFinish)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class SingleSignOnProviderDownTests(SingleSignOnProviderDownTests.Host host) : IClassFixture<SingleSignOnProviderDownTests.Host>
{
    [Fact]
    public async Task ProviderDown_AtTheStartAndOnTheWayBack_SaysSoAndLeavesThePassword()
    {
        var person = await host.CreateUserAsync();
        using var browser = host.Browse();
        var back = await browser.AtProviderAsync(person.Email!);
        host.Provider.Dispose();

        (await browser.OpenAsync(back.PathAndQuery)).TextOf("h1").ShouldBe($"Đăng nhập qua {IdentityProvider.Name} không thành công");

        await using var late = new LateHost(host.Provider.Settings);
        await late.InitializeAsync();
        var start = await late.Browse().GetAsync("/dang-nhap/mot-lan?tiep=%2Fke-hoach");
        start.Status.ShouldBe(HttpStatusCode.BadGateway);
        start.TextOf("h1").ShouldBe($"Chưa kết nối được với {IdentityProvider.Name}");
        (await late.BrowseAsAsync(Role.Leader)).Dispose();
    }

    public sealed class Host : SqliteHost
    {
        internal IdentityProvider Provider { get; } = new("http://localhost");

        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Oidc = Provider.Settings };
    }

    /// <summary>Started when the provider is gone already.</summary>
    private sealed class LateHost(OidcSettings provider) : SqliteHost, IAsyncDisposable
    {
        private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Oidc = provider };

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}

public sealed class OidcSettingsTests
{
    [Fact]
    public void From_Nothing_IsNone() => OidcSettings.From(null, null, null, "Tên").ShouldBeNull();

    [Theory]
    [InlineData("https://sso.example.vn", "loa", null)]
    [InlineData("https://sso.example.vn", null, "s")]
    [InlineData("http://sso.example.vn", "loa", "s")]
    [InlineData("sso.example.vn", "loa", "s")]
    [InlineData(null, "loa", "s")]
    public void From_HalfOrUnprotected_SaysWhatIsWrong(string? authority, string? id, string? secret) =>
        Should.Throw<SettingsException>(() => OidcSettings.From(authority, id, secret, null)).Message.ShouldStartWith("LOA_OIDC_");

    [Fact]
    public void From_WithoutName_UsesTheHostAndShowsNoSecret()
    {
        var settings = OidcSettings.From("https://sso.example.vn/realms/tinh", "loa", "bí mật", null).ShouldNotBeNull();

        settings.Name.ShouldBe("sso.example.vn");
        settings.ToString().ShouldNotContain("bí mật");
    }
}
