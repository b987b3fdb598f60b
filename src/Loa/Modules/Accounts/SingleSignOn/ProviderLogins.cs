using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts.SingleSignOn;

/// <summary>
/// Which person of ours stands behind one of the provider's. Only someone who has an account is found; the provider creates nobody and
/// gives no role. The first time the verified address decides, from then on the subject.
/// </summary>
internal sealed class ProviderLogins(UserManager<User> users, LoaDbContext db, AuditScope audit, LoaSettings settings)
{
    public async Task<User?> FindAsync(ProviderPerson person, CancellationToken cancellationToken) =>
        await users.FindByLoginAsync(person.Issuer, person.Subject) ?? await LinkAsync(person, cancellationToken);

    public Task<List<IdentityUserLogin<Guid>>> OfAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Set<IdentityUserLogin<Guid>>().AsNoTracking().Where(login => login.UserId == userId).OrderBy(login => login.LoginProvider).ToListAsync(cancellationToken);

    private async Task<User?> LinkAsync(ProviderPerson person, CancellationToken cancellationToken)
    {
        // An address that the provider gave to a second person opens nothing: the first one is linked already.
        if (person.VerifiedEmail is null || await users.FindByEmailAsync(person.VerifiedEmail) is not { IsDisabled: false } user
            || (await OfAsync(user.Id, cancellationToken)).Exists(login => login.LoginProvider == person.Issuer))
        {
            return null;
        }

        audit.Describe("Liên kết với tài khoản đăng nhập chung", actorId: user.Id);
        try
        {
            return (await users.AddLoginAsync(user, new UserLoginInfo(person.Issuer, person.Subject, settings.Oidc?.Name))).Succeeded ? user : null;
        }
        catch (DbUpdateException refusal) when (refusal.IsDuplicate())
        {
            // Two windows at once; the other one has linked them.
            db.ChangeTracker.Clear();
            return await users.FindByLoginAsync(person.Issuer, person.Subject);
        }
    }
}
