using Loa.Modules.Accounts;

namespace Loa.Tests.Modules.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Matkhau@2024")]
    [InlineData("M@tKh@u12345")]
    [InlineData("mậtkhẩu2026!")]
    [InlineData("Mật khẩu của tôi")]
    [InlineData("HaNoiVietNam")]
    [InlineData("UBND@ThanhHoa2025")]
    [InlineData("anh yêu em 123")]
    [InlineData("P@$$w0rd2026")]
    [InlineData("NguyenVanHung1990")]
    [InlineData("qwertyuiop")]
    [InlineData("0912345678")]
    [InlineData("abcdabcdabcd")]
    [InlineData("1234567890abc")]
    public void IsCommon_WhatIsTriedFirst(string password) => PasswordRules.IsCommon(password).ShouldBeTrue();

    [Theory]
    [InlineData("cây đa bến nước sân đình")]
    [InlineData("xem-thu-thanh-giang")]
    [InlineData("một câu dài dễ nhớ 2026")]
    [InlineData("Tr0ng-s4n-c0-cay-b4ng")]
    [InlineData("k7#vQz!mW2pL")]
    public void IsCommon_ASentenceOrChance_IsNot(string password) => PasswordRules.IsCommon(password).ShouldBeFalse();
}
