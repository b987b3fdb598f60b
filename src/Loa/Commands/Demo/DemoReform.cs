using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

/// <summary>
/// What 2025 brought to the fictional province: departments merged on 1 March, the district level ended on 1 July and sixty communes became eighteen.
/// People whose agency ended work for its successor.
/// </summary>
internal sealed class DemoReform(LoaDbContext db, Reorganiser reorganiser)
{
    public const string Root = "tg";
    public const string City = "tg-p01";
    public const string MountainCommune = "tg-x02";
    private const string OfDepartments = "Nghị quyết số 12/NQ-HĐND ngày 21/02/2025 của Hội đồng nhân dân tỉnh Thanh Giang về sắp xếp cơ quan chuyên môn";
    private const string OfDistricts = "Nghị quyết về tổ chức chính quyền địa phương 02 cấp, có hiệu lực từ ngày 01/7/2025";
    private const string OfCommunes = "Nghị quyết về sắp xếp đơn vị hành chính cấp xã của tỉnh Thanh Giang năm 2025";
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly DateOnly July = new(2025, 7, 1);

    private static readonly (string Ends, string Successor)[] Departments = [("tg-skhdt", "tg-stc"), ("tg-sgtvt", "tg-sxd"), ("tg-stttt", "tg-skhcn"), ("tg-sldtbxh", "tg-snv")];

    private static readonly (string Code, string Name, string From, int[] Numbers)[] Communes =
    [
        (City, "phường Thanh Giang", "tptg", [1, 2, 6, 7]), ("tg-p02", "phường Đông Phú", "tptg", [3, 8, 9, 11]), ("tg-p03", "phường Hải Vân", "tptg", [4, 5, 10, 12]),
        ("tg-p04", "phường Phú Lâm", "txpl", [1, 2, 3]), ("tg-p05", "phường Quảng Đức", "txpl", [4, 5, 6]), ("tg-x06", "xã Đại Lâm", "txpl", [7, 8, 9, 10]),
        ("tg-x01", "xã Sơn Lộc", "hsl", [1, 5, 8, 9]), (MountainCommune, "xã Bản Khe", "hsl", [2, 3, 10]), ("tg-x03", "xã Mường Chanh", "hsl", [4, 6, 7]),
        ("tg-x07", "xã Vĩnh Trạch", "hvt", [1, 2, 6, 7]), ("tg-x08", "xã Kim Trạch", "hvt", [3, 4, 5]), ("tg-x09", "xã Vĩnh Sơn", "hvt", [8, 9, 10]),
        ("tg-x10", "xã Hòa Khê", "hhk", [1, 2, 6]), ("tg-x11", "xã Hòa An", "hhk", [3, 4, 5]), ("tg-x12", "xã Tiên Hòa", "hhk", [7, 8, 9]),
        ("tg-x13", "xã Tân Giang", "htg", [1, 5, 6, 7]), ("tg-x14", "xã Giang Hải", "htg", [2, 3, 4]), ("tg-x15", "xã Thuận Giang", "htg", [8, 9]),
    ];

    private static readonly (string Email, Role Role, string Agency, string Title)[] Moved =
    [
        ("thanhpho@thanhgiang.example", Role.ProgrammeOfficer, City, "Chuyên viên Văn phòng HĐND và UBND phường Thanh Giang"),
        ("xa@thanhgiang.example", Role.UnitOfficer, MountainCommune, "Chuyên viên Văn phòng HĐND và UBND xã Bản Khe"),
        ("lanhdaohuyen@thanhgiang.example", Role.Leader, MountainCommune, "Phó Chủ tịch UBND xã Bản Khe"),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (ends, successor) in Departments)
        {
            await MergeAsync(March, OfDepartments, [ends, successor], successor, cancellationToken);
        }

        await MergeIntoNewAsync(March, OfDepartments, ["tg-snnptnt", "tg-stnmt"], "tg-snnmt", "Sở Nông nghiệp và Môi trường tỉnh Thanh Giang", "Sở Nông nghiệp và Môi trường", AgencyKind.Department, AgencyLevel.Province, cancellationToken);
        // The administration, the Party and the Fatherland Front each had their districts.
        foreach (var top in (string[])[Root, "tgu", "tgm"])
        {
            var root = await IdAsync(top, cancellationToken);
            await reorganiser.RecordAsync(AgencyChangeKind.EndLevel, July, OfDistricts, null, (tree, change) => Operations.EndLevel(tree, change, root, AgencyLevel.District), cancellationToken);
        }

        foreach (var (code, name, from, numbers) in Communes)
        {
            await MergeIntoNewAsync(July, OfCommunes, [.. numbers.Select(number => $"{from}-x{number:00}")], code, $"Ủy ban nhân dân {name}", $"UBND {name}", AgencyKind.PeoplesCommittee, AgencyLevel.Commune, cancellationToken);
        }

        await MovePeopleAsync(cancellationToken);
    }

    private async Task MergeAsync(DateOnly day, string document, string[] codes, string successor, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(codes, cancellationToken);
        await reorganiser.RecordAsync(AgencyChangeKind.Merge, day, document, null, (tree, change) => Operations.Merge(tree, change, [.. ids.Values], ids[successor]), cancellationToken);
    }

    private async Task MergeIntoNewAsync(DateOnly day, string document, string[] codes, string code, string name, string shortName, AgencyKind kind, AgencyLevel level, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync([.. codes, Root], cancellationToken);
        await reorganiser.RecordAsync(
            AgencyChangeKind.Merge,
            day,
            document,
            null,
            (tree, change) =>
            {
                var born = Operations.Establish(tree, change, new NewAgency(code, name, shortName, kind, level, ids[Root]));
                Operations.Merge(tree, change, [.. codes.Select(ending => ids[ending])], born.AgencyId);
            },
            cancellationToken);
    }

    private async Task MovePeopleAsync(CancellationToken cancellationToken)
    {
        foreach (var (email, role, agency, title) in Moved)
        {
            if (await db.Set<User>().Include(user => user.Grants).FirstOrDefaultAsync(user => user.Email == email, cancellationToken) is { } person)
            {
                person.Title = title;
                db.RemoveRange(person.Grants);
                db.Add(new RoleGrant { RoleGrantId = Guid.CreateVersion7(), UserId = person.Id, Role = role, AgencyId = await IdAsync(agency, cancellationToken) });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Guid> IdAsync(string code, CancellationToken cancellationToken) => (await IdsAsync([code], cancellationToken))[code];

    private Task<Dictionary<string, Guid>> IdsAsync(string[] codes, CancellationToken cancellationToken) =>
        db.Set<Agency>().Where(agency => codes.Contains(agency.Code)).ToDictionaryAsync(agency => agency.Code, agency => agency.AgencyId, cancellationToken);
}
