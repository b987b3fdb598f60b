namespace Loa.Platform.Security;

/// <summary>What a person may be for an agency (a grant is person × role × agency); the administrator's grant is for the whole system.</summary>
internal enum Role
{
    Administrator = 1,
    ProgrammeOfficer = 2,
    UnitOfficer = 3,
    Leader = 4,
}
