using Rollout.Web.Accounts;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Codes of apps, by the examples of RFC 6238 (its last six digits).</summary>
public sealed class OneTimeCodeTests
{
    // The RFC's key, the ASCII digits 12345678901234567890, in base 32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory, InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1234567890, "005924"), InlineData(2000000000, "279037"), InlineData(20000000000, "353130")]
    public void Code_of_the_standard_belongs_to_its_step(long seconds, string code) => Assert.Equal(seconds / 30, StepOf(code, seconds));

    [Fact]
    public void Code_of_the_step_before_or_after_is_known_and_none_further_off()
    {
        const long Now = 1111111109;
        Assert.Equal(Now / 30, StepOf("081804", Now + 30));
        Assert.Equal(Now / 30, StepOf("081804", Now - 30));
        Assert.Null(StepOf("081804", Now + 60));
        Assert.Null(StepOf("081804", Now - 60));
    }

    [Theory, InlineData(""), InlineData("81804"), InlineData("0818040"), InlineData("０８１８０４"), InlineData("abcdef")]
    public void What_is_no_code_belongs_to_none(string code) => Assert.Null(StepOf(code, 1111111109));

    private static long? StepOf(string code, long seconds) => OneTimeCode.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds));
}
