using Loa.Platform.Audit;
using Loa.Platform.Security;

namespace Loa.Modules.Accounts;

/// <summary>Person × role × agency. Without an agency it holds for the whole system (administrator).</summary>
internal sealed class RoleGrant : IAuditedPart
{
    public Guid RoleGrantId { get; set; }

    public Guid UserId { get; set; }

    public Role Role { get; set; }

    public Guid? AgencyId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(User);

    Guid IAuditedPart.AuditSubjectId => UserId;
}
