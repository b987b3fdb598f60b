namespace Loa.Modules.Agencies;

/// <summary>What a body is; the groups that plans name are rules over kind and level.</summary>
internal enum AgencyKind
{
    /// <summary>Ủy ban nhân dân of any level.</summary>
    PeoplesCommittee = 1,

    /// <summary>Văn phòng UBND, văn phòng HĐND và UBND.</summary>
    CommitteeOffice = 2,

    /// <summary>Sở, ban, ngành under the province.</summary>
    Department = 3,

    /// <summary>Phòng chuyên môn of a district.</summary>
    Division = 4,

    /// <summary>Đơn vị sự nghiệp, trung tâm.</summary>
    ServiceUnit = 5,

    /// <summary>Báo, đài, cổng thông tin điện tử.</summary>
    Media = 6,

    /// <summary>Party bodies: outside the chain of command of the state administration.</summary>
    Party = 7,

    FatherlandFront = 8,

    /// <summary>Tổ chức chính trị - xã hội.</summary>
    MassOrganisation = 9,

    /// <summary>Công an, quân sự, biên phòng.</summary>
    ArmedForces = 10,

    /// <summary>Central agencies in the province: thuế, kho bạc, bảo hiểm xã hội.</summary>
    CentralBranch = 11,

    PeoplesCouncil = 12,

    /// <summary>Thôn, bản, tổ dân phố.</summary>
    ResidentialGroup = 13,

    /// <summary>Hội đặc thù, hiệp hội, doanh nghiệp nhà nước and the rest.</summary>
    Other = 99,
}

internal enum AgencyLevel
{
    Central = 1,
    Province = 2,

    /// <summary>Only before 1 July 2025.</summary>
    District = 3,
    Commune = 4,
    Hamlet = 5,
}

internal enum AgencyNameKind
{
    /// <summary>Another way to write the body's name.</summary>
    Alias = 1,

    /// <summary>A title whose holder stands for the body: "Giám đốc Sở Nội vụ".</summary>
    OfficeHolder = 2,
}

internal static class AgencyKinds
{
    /// <summary>Party, front, unions and councils: the administration asks them, it does not direct them.</summary>
    public static bool IsOutsideChain(this AgencyKind kind) =>
        kind is AgencyKind.Party or AgencyKind.FatherlandFront or AgencyKind.MassOrganisation or AgencyKind.PeoplesCouncil;
}
