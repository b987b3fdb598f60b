using System.ComponentModel.DataAnnotations;

namespace Loa.Modules.Agencies.Groups.Edit;

/// <summary>What an officer says of a group: how plans call it, and whom they mean by it.</summary>
internal sealed class GroupForm
{
    [Required(ErrorMessage = "Hãy nhập tên nhóm.")]
    [StringLength(AgencyGroup.NameMaxLength, ErrorMessage = "Tên quá dài.")]
    public string Name { get; set; } = "";

    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.")]
    [StringLength(Agency.CodeMaxLength, ErrorMessage = "Mã quá dài.")]
    public string? Code { get; set; }

    [StringLength(AgencyGroup.PhrasesMaxLength, ErrorMessage = "Quá nhiều cách viết.")]
    public string? Phrases { get; set; }

    public List<AgencyKind> Kinds { get; set; } = [];

    public List<AgencyLevel> Levels { get; set; } = [];

    public AgencyGroupReach Reach { get; set; } = AgencyGroupReach.Everywhere;

    public Guid? SubtreeRootId { get; set; }

    [StringLength(Agency.TagsMaxLength, ErrorMessage = "Quá nhiều nhãn.")]
    public string? Tags { get; set; }

    public bool IsOpen { get; set; }

    /// <summary>Agencies that belong to it whatever the rule says.</summary>
    public List<Guid> Included { get; set; } = [];

    /// <summary>Agencies that do not, although the rule would take them.</summary>
    public List<Guid> Excluded { get; set; } = [];

    public long Revision { get; set; }

    public static GroupForm Of(AgencyGroup group) => new()
    {
        Name = group.Name,
        Code = group.Code,
        Phrases = group.Phrases,
        Kinds = [.. group.Kinds],
        Levels = [.. group.Levels],
        Reach = group.Reach,
        SubtreeRootId = group.SubtreeRootId,
        Tags = group.Tags,
        IsOpen = group.IsOpen,
        Included = [.. group.Members.Where(member => !member.IsExcluded).Select(member => member.AgencyId)],
        Excluded = [.. group.Members.Where(member => member.IsExcluded).Select(member => member.AgencyId)],
        Revision = group.Revision,
    };

    public void ApplyTo(AgencyGroup group)
    {
        group.Name = Name.Trim();
        group.Phrases = string.Join('\n', Lines(Phrases));
        group.Kinds = [.. Kinds.Distinct().Order()];
        group.Levels = [.. Levels.Distinct().Order()];
        group.Reach = Reach;
        group.SubtreeRootId = SubtreeRootId;
        group.Tags = Lines(Tags) is { Length: > 0 } tags ? string.Join('\n', tags) : null;
        group.IsOpen = IsOpen;
        var wanted = Excluded.Select(id => (Id: id, Out: true)).Concat(Included.Select(id => (Id: id, Out: false))).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Out);
        group.Members.RemoveAll(member => !wanted.ContainsKey(member.AgencyId));
        foreach (var (id, isOut) in wanted)
        {
            if (group.Members.Find(member => member.AgencyId == id) is { } known)
            {
                known.IsExcluded = isOut;
            }
            else
            {
                group.Members.Add(new AgencyGroupMember { AgencyGroupId = group.AgencyGroupId, AgencyId = id, IsExcluded = isOut });
            }
        }
    }

    private static string[] Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
