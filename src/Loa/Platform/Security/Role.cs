namespace Loa.Platform.Security;

/// <summary>
/// What a person may be, on an agency and everything below it (a grant is person × role × agency). An administrator's grant may also stand
/// without an agency: for the whole system.
/// </summary>
internal enum Role
{
    Administrator = 1,

    /// <summary>Keeps the programme: imports and issues plans, keeps the agencies.</summary>
    ProgrammeOfficer = 2,

    /// <summary>Does what plans ask of an agency.</summary>
    UnitOfficer = 3,

    /// <summary>Reads everything of the agency, changes nothing.</summary>
    Leader = 4,

    /// <summary>Writes and publishes news.</summary>
    Editor = 5,

    /// <summary>Controls administrative procedures.</summary>
    ProcedureController = 6,
}
