using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Loa.Modules.Accounts;

/// <summary>A person who signs in. The e-mail address is the name they sign in with.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public const int NameMaxLength = 120;
    public const int TitleMaxLength = 120;
    public const int EmailMaxLength = 254;

    [PersonalData]
    public required string DisplayName { get; set; }

    /// <summary>Position in the agency, as the person would sign.</summary>
    public string? Title { get; set; }

    public bool IsDisabled { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Time step of the last code from the phone that was accepted: none is good twice. Only <see cref="PhoneCodes"/> moves it.</summary>
    public long? LastCodeStep { get; private set; }

    public List<RoleGrant> Grants { get; } = [];

    public static User Create(string email, string displayName, DateTime createdAt) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = email.Trim(),
        UserName = email.Trim(),
        DisplayName = displayName.Trim(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        CreatedAt = createdAt,
    };

    public void Grant(Role role, Guid? agencyId) =>
        Grants.Add(new RoleGrant { RoleGrantId = Guid.CreateVersion7(), UserId = Id, Role = role, AgencyId = agencyId });
}
