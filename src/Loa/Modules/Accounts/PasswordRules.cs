using System.Collections.Frozen;
using Loa.Documents.Vietnamese;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts;

/// <summary>
/// What attackers try first is refused: not a long list but words and the rules by which people vary them, so that "Matkhau@2024",
/// "M@tKh@u123", "mậtkhẩu2026!" and "HaNoiVietNam" are one and the same. A sentence of four words and more passes.
/// </summary>
internal static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 128;

    /// <summary>Three common words in a row are still one guess of a cracking program.</summary>
    private const int MostCommonWords = 3;
    private const int LongestRepeated = 6;
    private const string Around = "0123456789!@#$%^&*()._-+=?,;: ";

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "abcdefghijklmnopqrstuvwxyz"];
    private static readonly FrozenSet<string> Common = Load();
    private static readonly int LongestWord = Common.Max(word => word.Length);

    public static bool IsCommon(string password)
    {
        var lower = Folding.Fold(password);
        return lower.All(char.IsAsciiDigit) || IsRepeated(lower) || IsARow(lower) || Readings(lower).Any(word => word.Length > 0 && IsMadeOf(word, MostCommonWords));
    }

    /// <summary>The letters that remain without what stands around them, with figures read as the letters they look like.</summary>
    private static IEnumerable<string> Readings(string lower)
    {
        foreach (var core in new[] { lower, lower.Trim([.. Around]) })
        {
            yield return Letters(core, one: 'i');
            yield return Letters(core, one: 'l');
            yield return string.Concat(core.Where(char.IsAsciiLetter));
            yield return string.Concat(core.Where(char.IsAsciiLetterOrDigit));
        }
    }

    private static string Letters(string text, char one) => string.Concat(text
        .Select(c => c switch { '0' => 'o', '1' or '!' => one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c }).Where(char.IsAsciiLetter));

    private static bool IsMadeOf(ReadOnlySpan<char> text, int words)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        for (var length = Math.Min(text.Length, LongestWord); words > 0 && length > 0; length--)
        {
            if (Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..length]) && IsMadeOf(text[length..], words - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"abcdabcdabcd".</summary>
    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, LongestRepeated).Any(unit => text.Length >= unit * 2 && !text.Where((c, i) => i >= unit && c != text[i - unit]).Any());

    /// <summary>Nearly every letter is the neighbour of the one before, on the keyboard or in the alphabet.</summary>
    private static bool IsARow(string text)
    {
        var steps = text.Zip(text.Skip(1)).Count(pair => Rows.Any(row => row.IndexOf(pair.First, StringComparison.Ordinal) is var at && at >= 0
            && Math.Abs(row.IndexOf(pair.Second, StringComparison.Ordinal) - at) == 1 && row.Contains(pair.Second, StringComparison.Ordinal)));
        return steps * 5 >= (text.Length - 1) * 4;
    }

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Security/common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).SelectMany(line => new[] { line, string.Concat(line.Where(char.IsAsciiLetterOrDigit)) }).ToFrozenSet(StringComparer.Ordinal);
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
