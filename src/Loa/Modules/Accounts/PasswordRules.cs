using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts;

internal static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 128;

    private static readonly FrozenSet<string> Common = Load();

    /// <summary>Also caught in another case or with a tail of digits and signs: "Matkhau@2024" is "matkhau".</summary>
    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        return Common.Contains(lower) || Common.Contains(lower.TrimEnd([.. "0123456789!@#$%^&*()._-"]));
    }

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Security/common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }
}

internal sealed class CommonPasswordValidator(IStringLocalizer words) : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var problem = password switch
        {
            null => null,
            { Length: > PasswordRules.MaxLength } => words["Mật khẩu dài quá {0} ký tự.", PasswordRules.MaxLength].Value,
            _ when PasswordRules.IsCommon(password) => words["Mật khẩu này quá phổ biến; hãy chọn một câu dài mà chỉ bạn nghĩ ra."].Value,
            _ when user.Email is { } email && password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase) => words["Mật khẩu không được chứa tên trong địa chỉ thư điện tử."].Value,
            _ => null,
        };
        return Task.FromResult(problem is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "CommonPassword", Description = problem }));
    }
}
