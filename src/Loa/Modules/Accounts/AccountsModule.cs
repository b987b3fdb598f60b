using Loa.Data;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Accounts.SingleSignOn;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Loa.Modules.Accounts;

internal static class AccountsModule
{
    public const int AttemptsBeforeLock = 5;
    public const int LockMinutes = 15;

    /// <summary>How long the link in a letter sets a new password.</summary>
    public const int ResetHours = 2;

    public static void AddAccounts(this IServiceCollection services, LoaSettings settings)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<User>(options =>
            {
                // Length protects, composition rules do not (NIST SP 800-63B); common passwords are refused by their own validator.
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockMinutes);
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<LoaDbContext>()
            .AddSignInManager<LoaSignInManager>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<PhoneCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<CommonPasswordValidator>()
            .AddClaimsPrincipalFactory<LoaPrincipalFactory>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(SignInCookie.Configure);
        services.AddSingleSignOn(settings);
        services.AddSingleton(new NavItem("Người dùng", AccountLinks.People, "people", 90, Permissions.UsersManage, "g n"));
        services.AddSingleton(AccountHistory.Words);
        services.AddSingleton<SetupGate>();
        services.AddScoped<LoaSignInManager>(provider => (LoaSignInManager)provider.GetRequiredService<SignInManager<User>>());
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddScoped<UserSessions>();
        services.AddScoped<Seats>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<AccountMails>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<StandIns>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(ResetHours));
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Without proof of the person, a passkey would be one factor only; found by the browser, it needs no address typed.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<PeopleAdmin>();
        services.AddScoped<NewUsers>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<IActorNames, ActorNames>();
        services.AllowAnonymousPage("/Accounts/FirstRun/FirstRun");
        services.AllowAnonymousPage("/Accounts/SignIn/SignIn");
        services.AllowAnonymousPage("/Accounts/SignIn/Code");
        services.AllowAnonymousPage("/Accounts/Language/Language");
        services.AllowAnonymousPage("/Accounts/Accept/Accept");
        services.AllowAnonymousPage("/Accounts/Reset/Forgot");
        services.AllowAnonymousPage("/Accounts/Reset/Reset");
        services.ProtectFolder("/Accounts/Profile", Permissions.Workspace);
        services.ProtectFolder("/Accounts/Switch", Permissions.Workspace);
        services.ProtectFolder("/Accounts/TwoFactor", Permissions.Workspace);
        services.ProtectFolder("/Accounts/Passkeys", Permissions.Workspace);
        services.ProtectFolder("/Accounts/Sessions", Permissions.Workspace);
        services.ProtectFolder("/Accounts/SecondFactorRules", Permissions.UsersManage);
        services.ProtectFolder("/Accounts/StandIn", Permissions.Workspace);
        services.ProtectFolder("/Accounts/Views", Permissions.Workspace);
        services.ProtectFolder("/Accounts/Invitations", Permissions.UsersManage);
        services.ProtectFolder("/Accounts/People", Permissions.UsersManage);
    }
}
