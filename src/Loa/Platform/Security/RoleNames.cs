namespace Loa.Platform.Security;

/// <summary>Roles in words: keys of the localizer.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Administrator => "Quản trị",
        Role.ProgrammeOfficer => "Cán bộ chương trình",
        Role.UnitOfficer => "Cán bộ đơn vị",
        Role.Leader => "Lãnh đạo",
        Role.Editor => "Biên tập viên",
        Role.ProcedureController => "Cán bộ kiểm soát thủ tục hành chính",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
