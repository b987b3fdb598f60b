using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>People and what belongs to them, as a history tells it.</summary>
internal static class AccountHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<User>("Người dùng",
            ("UserName", null), ("EmailConfirmed", "Đã xác nhận thư điện tử"), ("IsDisabled", "Đã khóa"), ("LastCodeStep", null), ("LockoutEnabled", "Khóa khi nhập sai nhiều lần"),
            ("LockoutEnd", "Tạm khóa đến"), ("PhoneNumber", "Số điện thoại"), ("PhoneNumberConfirmed", "Đã xác nhận số điện thoại"), ("Title", "Chức danh"), ("TwoFactorEnabled", "Xác thực hai lớp"))
        .Row<Invitation>("Lời mời",
            ("AcceptedAt", "Nhận lời lúc"), ("ExpiresAt", "Hết hạn lúc"), ("InvitedBy", "Người mời"), ("RevokedAt", "Thu hồi lúc"), ("SentAt", "Gửi lúc"), ("Title", "Chức danh"))
        .Row<InvitationGrant>("Vai trò trong lời mời", ("InvitationId", null))
        .Row<RoleGrant>("Vai trò được giao")
        .Row<Delegation>("Làm thay khi vắng mặt",
            ("EndedAt", "Kết thúc lúc"), ("FirstDay", "Từ ngày"), ("LastDay", "Đến ngày"), ("FromUserId", "Người vắng mặt"), ("ToUserId", "Người làm thay"))
        .Row<SecondFactorRule>("Vai trò phải xác thực hai lớp", ("RequiredSince", "Áp dụng từ"))
        .Row<IdentityUserPasskey<Guid>>("Khóa truy cập", ("CredentialId", null))
        .Row<IdentityUserLogin<Guid>>("Tài khoản đăng nhập chung", ("LoginProvider", "Nơi đăng nhập"), ("ProviderDisplayName", "Tên nơi đăng nhập"))
        .Row<IdentityUserToken<Guid>>("Thiết lập đăng nhập", ("LoginProvider", null), ("Name", null))
        .Row<IdentityUserClaim<Guid>>("Thông tin định danh", ("Id", null), ("ClaimType", "Loại thông tin"), ("ClaimValue", "Giá trị"))
        .Common(("UserId", "Người dùng"), ("ReaderId", "Người đọc"))
        .Refer<User>("CreatedBy", "CreatedById", "ById", "InvitedBy", "ReceivedBy", "RecordedById", "IssuedById", "SentById", "FocalOfficerId", "ReaderId", "RaisedById", "AskedById", "DecidedById", "ProposedById")
        .Name<User>((db, ids, cancellation) => db.Set<User>().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellation))
        .Value<Role>(RoleNames.Of);
}
