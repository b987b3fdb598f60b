namespace Loa.Modules.Agencies;

/// <summary>Reorganisations in words: keys of the localizer.</summary>
internal static class AgencyChangeWords
{
    public static string Of(AgencyChangeKind kind) => kind switch
    {
        AgencyChangeKind.Establish => "Thành lập",
        AgencyChangeKind.Rename => "Đổi tên",
        AgencyChangeKind.Move => "Chuyển cơ quan cấp trên",
        AgencyChangeKind.Merge => "Sáp nhập, hợp nhất",
        AgencyChangeKind.Split => "Chia, tách",
        AgencyChangeKind.Dissolve => "Giải thể, kết thúc hoạt động",
        AgencyChangeKind.EndLevel => "Kết thúc một cấp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What it does, for who has to choose.</summary>
    public static string Meaning(AgencyChangeKind kind) => kind switch
    {
        AgencyChangeKind.Establish => "Một cơ quan mới bắt đầu hoạt động.",
        AgencyChangeKind.Rename => "Cơ quan giữ nguyên, chỉ tên gọi thay đổi.",
        AgencyChangeKind.Move => "Cơ quan chuyển sang trực thuộc cơ quan khác.",
        AgencyChangeKind.Merge => "Nhiều cơ quan thành một; việc đang làm chuyển sang cơ quan kế thừa.",
        AgencyChangeKind.Split => "Một cơ quan thành nhiều cơ quan.",
        AgencyChangeKind.Dissolve => "Cơ quan kết thúc; có thể chỉ định cơ quan kế thừa.",
        AgencyChangeKind.EndLevel => "Mọi cơ quan của một cấp kết thúc, như cấp huyện ngày 01/7/2025; cấp dưới chuyển lên cấp trên còn lại.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(AgencyPartRole role) => role switch
    {
        AgencyPartRole.Predecessor => "Kết thúc",
        AgencyPartRole.Successor => "Thành lập hoặc kế thừa",
        AgencyPartRole.Changed => "Thay đổi",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
