using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts;

/// <summary>Identity's sentences that can reach a person here, in our words.</summary>
internal sealed class AccountErrors(IStringLocalizer words) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), words["Không thực hiện được; hãy thử lại."]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), words["Người khác vừa sửa tài khoản này; hãy tải lại trang."]);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), words["Địa chỉ thư điện tử này đã có tài khoản."]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), words["Địa chỉ thư điện tử này đã có tài khoản."]);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), words["Địa chỉ thư điện tử không đúng."]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), words["Địa chỉ thư điện tử không đúng."]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), words["Mật khẩu hiện tại không đúng."]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), words["Mật khẩu cần ít nhất {0} ký tự.", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), words["Mật khẩu cần ít nhất {0} ký tự khác nhau.", uniqueChars]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
