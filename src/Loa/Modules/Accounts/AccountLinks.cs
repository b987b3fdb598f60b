namespace Loa.Modules.Accounts;

internal static class AccountLinks
{
    public const string SignIn = "/dang-nhap";
    public const string SignOut = "/dang-xuat";
    public const string FirstRun = "/khoi-tao";
    public const string Profile = "/tai-khoan";
    public const string People = "/nguoi-dung";
    public const string Switch = "/tai-khoan/co-quan";
    public const string TwoFactor = "/tai-khoan/hai-lop";
    public const string Passkeys = "/tai-khoan/khoa-truy-cap";
    public const string Sessions = "/tai-khoan/phien";
    public const string SecondFactorRules = "/nguoi-dung/hai-lop";
    public const string Invitations = "/nguoi-dung/loi-moi";
    public const string Invite = "/nguoi-dung/moi";
    public const string Forgot = "/quen-mat-khau";
    public const string StandIn = "/tai-khoan/lam-thay";
    public const string Language = "/ngon-ngu";

    public const string SingleSignOnCallback = "/dang-nhap/mot-lan/tra-ve";
    public const string SingleSignOnFinish = "/dang-nhap/mot-lan/xong";

    public static string SingleSignOn(string? returnUrl) => With("/dang-nhap/mot-lan", returnUrl);

    public static string SingleSignOnFinishWith(string? returnUrl) => With(SingleSignOnFinish, returnUrl);

    public static string Person(Guid userId) => $"/nguoi-dung/{userId}";

    public static string EditPerson(Guid userId) => $"/nguoi-dung/{userId}/sua";

    public static string GrantTo(Guid userId) => $"/nguoi-dung/{userId}/vai-tro";

    public static string PersonStandIn(Guid userId) => $"/nguoi-dung/{userId}/lam-thay";

    public static string Code(string? returnUrl) => With("/dang-nhap/ma", returnUrl);

    public static string Accept(string token) => $"/loi-moi/{token}";

    public static string Reset(Guid userId, string token) => $"/dat-lai-mat-khau?nguoi={userId}&ma={token}";

    private static string With(string path, string? returnUrl) => returnUrl is null ? path : $"{path}?tiep={Uri.EscapeDataString(returnUrl)}";
}
