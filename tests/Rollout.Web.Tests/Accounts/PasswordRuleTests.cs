using Rollout.Web.Accounts;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>What may be a password.</summary>
public sealed class PasswordRuleTests
{
    private static readonly PasswordRule Rule = new(DataFiles.ReadAll(Repository.Data()).Catalog!);

    [Theory]
    [InlineData("password1234"), InlineData("Password-2026!"), InlineData("qwertyuiop123"), InlineData("123456123456"), InlineData("aaaaaaaaaaaa"), InlineData("!!!!!!!!!!!!"), InlineData("iloveyou iloveyou")]
    [InlineData("matkhau123456"), InlineData("Mật khẩu 2026"), InlineData("Rollout2026!!!"), InlineData("thuy.linh 2024"), InlineData("Bộ Tư pháp 2024"), InlineData("văn phòng chính phủ")]
    public void Password_put_together_from_what_everybody_tries_is_refused(string password) =>
        Assert.Equal("password.guessable", Rule.Mistakes(password, password, "thuy.linh").Single().Message.Code);

    [Theory]
    [InlineData("một mật khẩu dài hơn"), InlineData("correct horse battery staple"), InlineData("~}{|><?:[]';"), InlineData("vịt bơi qua cầu gỗ"), InlineData("9f2c71d08ab4"), InlineData("ĐÂY LÀ CÂU CỦA TÔI")]
    public void Any_other_password_that_is_long_enough_may_be_of_whatever_signs(string password) => Assert.Empty(Rule.Mistakes(password, password, "thuy.linh"));

    [Fact]
    public void Password_of_two_hundred_signs_is_taken_and_eleven_are_not()
    {
        var longest = string.Concat(Enumerable.Range(0, 100).Select(i => (char)('à' + (i % 20)) + "z"));
        Assert.Empty(Rule.Mistakes(longest, longest, "x"));
        Assert.Equal("password.long", Rule.Mistakes(longest + "x", "", "x").Single().Message.Code);
        Assert.Equal("password.short", Rule.Mistakes("9f2c71d08ab", "", "x").Single().Message.Code);
    }
}
