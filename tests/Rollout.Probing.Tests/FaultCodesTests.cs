using System.Reflection;
using System.Text.RegularExpressions;

namespace Rollout.Probing.Tests;

public partial class FaultCodesTests
{
    [Fact]
    public void Codes_are_told_apart_and_spelt_alike()
    {
        var codes = typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(codes, c => Assert.Matches(Shape(), c));
    }

    [GeneratedRegex("^(dns|tcp|net|tls|http|condition|xroad|dossier|self)\\.[A-Za-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
