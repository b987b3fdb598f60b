using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Infrastructure;

/// <summary>Saves real rows and invents what the test does not say. Each module adds its own builders in a file beside its tests.</summary>
internal static partial class TestData
{
    public const string Password = "một câu đủ dài 7";

    private static int counter;

    public static string Unique(string prefix) => $"{prefix}{Interlocked.Increment(ref counter)}x{Guid.CreateVersion7().ToString("N")[^6..]}";

    public static Task<User> CreateUserAsync(this LoaHost host, Role role = Role.UnitOfficer, string agencyCode = "tg-stp", string? email = null) => host.InScopeAsync(async services =>
    {
        var agencyId = agencyCode.Length == 0 ? (Guid?)null : await host.AgencyIdAsync(agencyCode);
        var (result, user) = await services.GetRequiredService<NewUsers>().CreateAsync(email ?? $"{Unique("p")}@kiem-thu.example", "Người Kiểm Thử", null, Password, role, agencyId);
        result.Succeeded.ShouldBeTrue(string.Join(' ', result.Errors.Select(error => error.Description)));
        return user;
    });

    public static Task GrantAsync(this LoaHost host, User user, Role role, string agencyCode) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(new RoleGrant { RoleGrantId = Guid.CreateVersion7(), UserId = user.Id, Role = role, AgencyId = await host.AgencyIdAsync(agencyCode) });
        await db.SaveChangesAsync();
    });

    public static Task<Agency> CreateAgencyAsync(this LoaHost host, string name = "Sở Thử nghiệm", AgencyKind kind = AgencyKind.Department, AgencyLevel level = AgencyLevel.Province, string parentCode = "tg") =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var parent = await db.FindAsync<Agency>(await host.AgencyIdAsync(parentCode));
            var agency = Agency.Create(Unique("a"), name, name, kind, level, parent);
            db.Add(agency);
            await db.SaveChangesAsync();
            return agency;
        });
}
