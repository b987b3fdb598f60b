namespace Loa.Modules.Agencies;

/// <summary>Kinds and levels in words: keys of the localizer.</summary>
internal static class AgencyWords
{
    public static string Of(AgencyKind kind) => kind switch
    {
        AgencyKind.PeoplesCommittee => "Ủy ban nhân dân",
        AgencyKind.CommitteeOffice => "Văn phòng ủy ban",
        AgencyKind.Department => "Sở, ban, ngành",
        AgencyKind.Division => "Phòng chuyên môn",
        AgencyKind.ServiceUnit => "Đơn vị sự nghiệp",
        AgencyKind.Media => "Cơ quan báo chí, truyền thông",
        AgencyKind.Party => "Cơ quan Đảng",
        AgencyKind.FatherlandFront => "Mặt trận Tổ quốc",
        AgencyKind.MassOrganisation => "Tổ chức chính trị - xã hội",
        AgencyKind.ArmedForces => "Công an, quân sự",
        AgencyKind.CentralBranch => "Cơ quan Trung ương tại địa phương",
        AgencyKind.PeoplesCouncil => "Hội đồng nhân dân",
        AgencyKind.ResidentialGroup => "Thôn, bản, tổ dân phố",
        AgencyKind.Other => "Cơ quan, tổ chức khác",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(AgencyLevel level) => level switch
    {
        AgencyLevel.Central => "Cấp Trung ương",
        AgencyLevel.Province => "Cấp tỉnh",
        AgencyLevel.District => "Cấp huyện",
        AgencyLevel.Commune => "Cấp xã",
        AgencyLevel.Hamlet => "Cấp thôn",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
