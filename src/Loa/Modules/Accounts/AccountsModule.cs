using Loa.Data;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Loa.Modules.Accounts;

internal static class AccountsModule
{
    public const int AttemptsBeforeLock = 5;
    public const int LockMinutes = 15;

    public static void AddAccounts(this IServiceCollection services)
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
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
            })
            .AddEntityFrameworkStores<LoaDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<CommonPasswordValidator>()
            .AddClaimsPrincipalFactory<LoaPrincipalFactory>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(SignInCookie.Configure);
        services.AddSingleton(new NavItem("Người dùng", AccountLinks.People, "people", 90, Permissions.UsersManage, "g n"));
        services.AddSingleton<SetupGate>();
        services.AddScoped<NewUsers>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<IActorNames, ActorNames>();
        services.AllowAnonymousPage("/Accounts/FirstRun/FirstRun");
        services.AllowAnonymousPage("/Accounts/SignIn/SignIn");
        services.AllowAnonymousPage("/Accounts/Language/Language");
        services.ProtectFolder("/Accounts/Profile", Permissions.Workspace);
        services.ProtectFolder("/Accounts/People", Permissions.UsersManage);
    }
}
