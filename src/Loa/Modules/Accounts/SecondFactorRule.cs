using Loa.Platform.Security;

namespace Loa.Modules.Accounts;

/// <summary>People with this role must prove themselves twice; who cannot yet sets it up at the next sign-in.</summary>
internal sealed class SecondFactorRule
{
    public Role Role { get; set; }

    public DateTime RequiredSince { get; set; }
}
