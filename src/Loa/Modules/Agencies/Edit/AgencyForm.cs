using System.ComponentModel.DataAnnotations;

using Loa.Platform;
namespace Loa.Modules.Agencies.Edit;

/// <summary>What an officer types about an agency. A change here corrects the record; what really changed on a day is a reorganisation.</summary>
internal sealed class AgencyForm
{
    [Required(ErrorMessage = "Hãy nhập tên đầy đủ.")]
    [StringLength(Agency.NameMaxLength, ErrorMessage = "Tên quá dài.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Hãy nhập tên ngắn.")]
    [StringLength(Agency.ShortNameMaxLength, ErrorMessage = "Tên ngắn quá dài.")]
    public string ShortName { get; set; } = "";

    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.")]
    [StringLength(Agency.CodeMaxLength, ErrorMessage = "Mã quá dài.")]
    public string Code { get; set; } = "";

    [RegularExpression("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*", ErrorMessage = "Mã định danh chỉ gồm chữ, số và dấu chấm, như H50.12.")]
    [StringLength(Agency.CodeMaxLength, ErrorMessage = "Mã quá dài.")]
    public string? OfficialCode { get; set; }

    public AgencyKind Kind { get; set; } = AgencyKind.Department;

    public AgencyLevel Level { get; set; } = AgencyLevel.Province;

    public Guid? ParentId { get; set; }

    public string? Aliases { get; set; }

    public string? Heads { get; set; }

    [StringLength(Agency.ContactMaxLength, ErrorMessage = "Địa chỉ quá dài.")]
    public string? Address { get; set; }

    [RegularExpression(@"[0-9 ().+/-]{3,60}", ErrorMessage = "Số điện thoại không đúng.")]
    public string? Phone { get; set; }

    [EmailAddress(ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    [StringLength(Agency.ContactMaxLength, ErrorMessage = "Địa chỉ thư điện tử không đúng.")]
    public string? Email { get; set; }

    [RegularExpression(@"https?://\S+", ErrorMessage = "Địa chỉ trang bắt đầu bằng https://")]
    [StringLength(Agency.ContactMaxLength, ErrorMessage = "Địa chỉ trang quá dài.")]
    public string? Website { get; set; }

    [StringLength(Agency.TagsMaxLength, ErrorMessage = "Quá nhiều nhãn.")]
    public string? Tags { get; set; }

    [Range(0, AgencyHeadcount.MaxCount, ErrorMessage = "Số người không đúng.")]
    public int? Headcount { get; set; }

    public DateOnly? CountedOn { get; set; }

    public Guid? FocalOfficerId { get; set; }

    public long Revision { get; set; }

    public static AgencyForm Of(Agency agency, DateOnly today) => new()
    {
        Name = agency.Name,
        ShortName = agency.ShortName,
        Code = agency.Code,
        OfficialCode = agency.OfficialCode,
        Kind = agency.Kind,
        Level = agency.Level,
        ParentId = agency.ParentId,
        Aliases = Lines(agency, AgencyNameKind.Alias),
        Heads = Lines(agency, AgencyNameKind.OfficeHolder),
        Address = agency.Address,
        Phone = agency.Phone,
        Email = agency.Email,
        Website = agency.Website,
        Tags = agency.Tags,
        Headcount = agency.HeadcountOn(today),
        CountedOn = agency.Headcounts.Where(count => count.CountedOn <= today).MaxBy(count => count.CountedOn)?.CountedOn,
        FocalOfficerId = agency.FocalOfficerId,
        Revision = agency.Revision,
    };

    /// <summary>Everything but the place in the tree, which the caller sees to.</summary>
    public void ApplyTo(Agency agency, DateOnly today)
    {
        agency.OfficialCode = OfficialCode.OrNull();
        agency.Address = Address.OrNull();
        agency.Phone = Phone.OrNull();
        agency.Email = Email.OrNull();
        agency.Website = Website.OrNull();
        agency.Tags = Texts(Tags) is { Length: > 0 } tags ? string.Join('\n', tags.Distinct(StringComparer.OrdinalIgnoreCase)) : null;
        agency.FocalOfficerId = FocalOfficerId;
        Replace(agency, AgencyNameKind.Alias, Aliases);
        Replace(agency, AgencyNameKind.OfficeHolder, Heads);
        Count(agency, today);
    }

    private void Count(Agency agency, DateOnly today)
    {
        if (Headcount is not { } count || (count == agency.HeadcountOn(today) && CountedOn is null))
        {
            return;
        }

        var day = CountedOn ?? today;
        if (agency.Headcounts.Find(other => other.CountedOn == day) is { } same)
        {
            same.Count = count;
        }
        else
        {
            agency.Headcounts.Add(new AgencyHeadcount { AgencyId = agency.AgencyId, CountedOn = day, Count = count });
        }
    }

    private static void Replace(Agency agency, AgencyNameKind kind, string? lines)
    {
        var wanted = Texts(lines).Distinct(StringComparer.Ordinal).ToList();
        agency.Names.RemoveAll(name => name.Kind == kind && !wanted.Contains(name.Text));
        foreach (var text in wanted.Where(text => !agency.Names.Exists(name => name.Kind == kind && name.Text == text)))
        {
            agency.AddName(text, kind);
        }
    }

    public static string[] Texts(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Lines(Agency agency, AgencyNameKind kind) => string.Join('\n', agency.Names.Where(name => name.Kind == kind).Select(name => name.Text).Order(StringComparer.Ordinal));
}
