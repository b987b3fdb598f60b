using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts.Demo;

/// <summary>Invented people of the fictional province. Their password is public, so they exist only where demo mode created them.</summary>
internal sealed class DemoAccounts(LoaDbContext db, NewUsers newUsers, LoaSettings settings, AuditScope audit)
{
    public const string Password = "xem-thu-thanh-giang";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("vanphong@thanhgiang.example", "Lê Thu Hiền", "Chuyên viên Văn phòng UBND tỉnh", Role.ProgrammeOfficer, "tg"),
        new("thanhpho@thanhgiang.example", "Đỗ Khắc Duy", "Chuyên viên Phòng Nội vụ thành phố", Role.ProgrammeOfficer, "tptg"),
        new("soyte@thanhgiang.example", "Phan Ngọc Lam", "Chuyên viên Sở Y tế", Role.ProgrammeOfficer, "tg-syt"),
        new("sotuphap@thanhgiang.example", "Vũ Hoài An", "Chuyên viên Sở Tư pháp", Role.UnitOfficer, "tg-stp"),
        new("bientap@thanhgiang.example", "Mai Thùy Dương", "Biên tập viên Đài PT-TH tỉnh", Role.Editor, "tg-ptth"),
        new("kiemsoat@thanhgiang.example", "Đinh Công Thành", "Chuyên viên Phòng Kiểm soát thủ tục hành chính", Role.ProcedureController, "tg"),
        new("xa@thanhgiang.example", "Lò Thị Bưởi", "Công chức Văn phòng - Thống kê xã Bản Khe", Role.UnitOfficer, "hsl-x02"),
        new("lanhdao@thanhgiang.example", "Trịnh Quốc Bảo", "Lãnh đạo UBND tỉnh", Role.Leader, "tg"),
        new("lanhdaohuyen@thanhgiang.example", "Hà Văn Sơn", "Phó Chủ tịch UBND huyện Sơn Lộc", Role.Leader, "hsl"),
        new("quantri@thanhgiang.example", "Hồ Minh Quân", "Quản trị hệ thống", Role.Administrator, null),
    ];

    /// <summary>Adds the province and its people to an empty database; false when it is not empty.</summary>
    public async Task<bool> SeedAsync(IServiceProvider scope, CancellationToken cancellationToken = default)
    {
        if (await db.Set<User>().AnyAsync(cancellationToken))
        {
            return false;
        }

        audit.Describe("Tạo tỉnh mẫu");
        await AgenciesModule.SeedDemoProvinceAsync(scope, cancellationToken);
        foreach (var account in All)
        {
            var agencyId = account.AgencyCode is { } code
                ? await db.Set<Agency>().Where(agency => agency.Code == code).Select(agency => (Guid?)agency.AgencyId).SingleOrDefaultAsync(cancellationToken)
                : null;
            if (account.AgencyCode is not null && agencyId is null)
            {
                continue; // Another tree stands here already; nobody is invented for it.
            }

            var (result, _) = await newUsers.CreateAsync(account.Email, account.Name, account.Title, Password, account.Role, agencyId, cancellationToken);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException($"Demo account {account.AgencyCode}: {string.Join(' ', result.Errors.Select(error => error.Code))}");
            }
        }

        return true;
    }

    /// <summary>What the sign-in page offers: nothing unless this is demo mode.</summary>
    public async Task<IReadOnlyList<DemoAccount>> OfferedAsync(CancellationToken cancellationToken)
    {
        if (!settings.Demo)
        {
            return [];
        }

        var emails = All.Select(account => account.Email).ToList();
        var present = await db.Set<User>().Where(user => emails.Contains(user.Email!) && !user.IsDisabled).ToDictionaryAsync(user => user.Email!, user => user.Title, cancellationToken);
        // Their positions change with the reorganisation.
        return [.. All.Where(account => present.ContainsKey(account.Email)).Select(account => account with { Title = present[account.Email] ?? account.Title })];
    }
}

internal sealed record DemoAccount(string Email, string Name, string Title, Role Role, string? AgencyCode);
