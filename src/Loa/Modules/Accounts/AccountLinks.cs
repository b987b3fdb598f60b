namespace Loa.Modules.Accounts;

internal static class AccountLinks
{
    public const string SignIn = "/dang-nhap";
    public const string SignOut = "/dang-xuat";
    public const string FirstRun = "/khoi-tao";
    public const string Profile = "/tai-khoan";
    public const string People = "/nguoi-dung";
    public const string Language = "/ngon-ngu";
}
