using System.Text.Json;
using System.Text.Json.Serialization;
using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Demo;

/// <summary>The fictional province Thanh Giang as it would have stood in mid-2024: three levels, before the districts were abolished.</summary>
internal sealed class DemoProvince(LoaDbContext db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, Agency> byCode = new(StringComparer.Ordinal);

    /// <summary>Adds the province to an empty tree; false when there are agencies already.</summary>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken = default)
    {
        if (await db.Set<Agency>().AnyAsync(cancellationToken))
        {
            return false;
        }

        var data = Load();
        foreach (var item in data.Agencies)
        {
            var agency = Add(item.Code, item.Name, item.ShortName, item.Kind, AgencyLevel.Province, item.Parent);
            item.Aliases.ForEach(alias => agency.AddName(alias, AgencyNameKind.Alias));
            item.Heads.ForEach(head => agency.AddName(head, AgencyNameKind.OfficeHolder));
            AddUsualHeads(agency, item.Aliases);
        }

        foreach (var district in data.Districts)
        {
            AddDistrict(district);
        }

        foreach (var agency in byCode.Values)
        {
            agency.RefreshSearchText();
        }

        db.AddRange(byCode.Values);
        AddGroups(data.Groups);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static Data Load()
    {
        using var stream = typeof(DemoProvince).Assembly.GetManifestResourceStream("Demo/thanh-giang.json")!;
        return JsonSerializer.Deserialize<Data>(stream, Json)!;
    }

    private Agency Add(string code, string name, string shortName, AgencyKind kind, AgencyLevel level, string? parent)
    {
        var agency = Agency.Create(code, name, shortName, kind, level, parent is null ? null : byCode[parent]);
        agency.SortOrder = byCode.Count + 1;
        byCode.Add(code, agency);
        return agency;
    }

    /// <summary>"Sở Nội vụ" is headed by the "Giám đốc Sở Nội vụ".</summary>
    private static void AddUsualHeads(Agency agency, List<string> names)
    {
        if (agency.Kind == AgencyKind.Department && names.Find(name => name.StartsWith("Sở ", StringComparison.Ordinal)) is { } department)
        {
            agency.AddName($"Giám đốc {department}", AgencyNameKind.OfficeHolder);
        }
    }

    private void AddDistrict(District district)
    {
        var place = $"{district.Type} {district.Name}";
        var party = district.Type switch { "thành phố" => "Thành ủy", "thị xã" => "Thị ủy", _ => "Huyện ủy" };
        var committee = Add(district.Code, $"Ủy ban nhân dân {place}", $"UBND {place}", AgencyKind.PeoplesCommittee, AgencyLevel.District, "tg");
        committee.AddName($"Chủ tịch UBND {place}", AgencyNameKind.OfficeHolder);
        Add($"{district.Code}-vp", $"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {place}", $"Văn phòng HĐND và UBND {place}", AgencyKind.CommitteeOffice, AgencyLevel.District, district.Code)
            .AddName($"Văn phòng HĐND-UBND {place}", AgencyNameKind.Alias);
        var last = district.Type == "huyện" ? (string[])["Kinh tế và Hạ tầng", "Nông nghiệp và Phát triển nông thôn"] : ["Quản lý đô thị", "Kinh tế"];
        string[] divisions = ["Nội vụ", "Tư pháp", "Tài chính - Kế hoạch", "Văn hóa và Thông tin", "Giáo dục và Đào tạo", "Y tế", "Lao động - Thương binh và Xã hội", "Tài nguyên và Môi trường", .. last];
        for (var i = 0; i < divisions.Length; i++)
        {
            Add($"{district.Code}-p{i + 1}", $"Phòng {divisions[i]} {place}", $"Phòng {divisions[i]} {place}", AgencyKind.Division, AgencyLevel.District, district.Code);
        }

        Add($"{district.Code}-tt", $"Thanh tra {place}", $"Thanh tra {place}", AgencyKind.Division, AgencyLevel.District, district.Code);
        var media = Add($"{district.Code}-vhtt", $"Trung tâm Văn hóa, Thể thao và Truyền thông {place}", $"TT VHTT&TT {place}", AgencyKind.Media, AgencyLevel.District, district.Code);
        media.AddName($"Đài Truyền thanh {place}", AgencyNameKind.Alias);
        media.AddName($"Đài Truyền thanh - Truyền hình {place}", AgencyNameKind.Alias);
        media.AddName($"Trung tâm Văn hóa, Thông tin và Truyền thông {place}", AgencyNameKind.Alias);
        Add($"{district.Code}-ca", $"Công an {place}", $"Công an {place}", AgencyKind.ArmedForces, AgencyLevel.District, district.Code);
        Add($"{district.Code}-du", $"{party} {district.Name}", $"{party} {district.Name}", AgencyKind.Party, AgencyLevel.District, "tgu").AddName($"Thường trực {party} {district.Name}", AgencyNameKind.Alias);
        Add($"{district.Code}-btg", $"Ban Tuyên giáo {party} {district.Name}", $"Ban Tuyên giáo {party} {district.Name}", AgencyKind.Party, AgencyLevel.District, $"{district.Code}-du");
        Add($"{district.Code}-mt", $"Ủy ban Mặt trận Tổ quốc Việt Nam {place}", $"Ủy ban MTTQ {place}", AgencyKind.FatherlandFront, AgencyLevel.District, "tgm");
        for (var i = 0; i < district.Communes.Count; i++)
        {
            var commune = district.Communes[i];
            Add($"{district.Code}-x{i + 1:00}", $"Ủy ban nhân dân {commune}", $"UBND {commune}", AgencyKind.PeoplesCommittee, AgencyLevel.Commune, district.Code)
                .AddName($"Chủ tịch UBND {commune}", AgencyNameKind.OfficeHolder);
        }
    }

    private void AddGroups(List<Group> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            db.Add(new AgencyGroup
            {
                AgencyGroupId = Guid.CreateVersion7(),
                Code = groups[i].Code,
                Name = groups[i].Name,
                Phrases = string.Join('\n', groups[i].Phrases),
                Kinds = groups[i].Kinds,
                Levels = groups[i].Levels,
                IsOpen = groups[i].IsOpen,
                Reach = groups[i].Reach,
                SortOrder = i + 1,
            });
        }
    }

    private sealed record Data(List<Item> Agencies, List<District> Districts, List<Group> Groups);

    private sealed record Item(string Code, string Name, string ShortName, AgencyKind Kind, string? Parent)
    {
        public List<string> Aliases { get; init; } = [];

        public List<string> Heads { get; init; } = [];
    }

    private sealed record District(string Code, string Type, string Name, List<string> Communes);

    private sealed record Group(string Code, string Name, List<AgencyKind> Kinds, List<AgencyLevel> Levels, List<string> Phrases)
    {
        public bool IsOpen { get; init; }

        public AgencyGroupReach Reach { get; init; } = AgencyGroupReach.Everywhere;
    }
}
