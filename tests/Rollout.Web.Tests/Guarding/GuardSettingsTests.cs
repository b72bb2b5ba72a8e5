using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Rollout.Web.Guarding;

namespace Rollout.Web.Tests.Guarding;

/// <summary>The settings of the door.</summary>
public sealed class GuardSettingsTests
{
    [Fact]
    public void All_mistakes_are_reported_together_each_with_its_key()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Of(
            ("Proxy:Known", "10.0.0.5, nginx"), ("Security:RequireHttps", "ja"), ("Security:Contact", "ai đó"), ("Security:LogDays", "1"), ("Limits:ApiPerCaller", "-1"),
            ("Limits:Uncounted:0", "10.0.0.0/33"), ("Sessions:LongestHours", "0")));
        foreach (var mistake in (string[])["Proxy:Known: nginx", "Security:RequireHttps: ja", "Security:Contact: ai đó", "Security:LogDays: 1 (30", "Limits:ApiPerCaller: -1", "Limits:Uncounted: 10.0.0.0/33", "Sessions:LongestHours: 0"])
            Assert.Contains(mistake, refused.Message, StringComparison.Ordinal);
        Assert.Equal(7, refused.Failures.Count());
    }

    [Theory, InlineData("http://localhost:5080", false), InlineData("https://a:443", true), InlineData("https://a:443;http://a:80", false)]
    public void Https_is_required_where_it_is_all_that_is_listened_at(string urls, bool required) =>
        Assert.Equal(required, GuardSettings.Of(new ConfigurationBuilder().Build(), new() { Urls = urls }).RequireHttps);

    [Fact]
    public void Lists_may_be_written_as_lists_and_as_words()
    {
        Assert.Equal(["10.0.0.5/32", "10.1.0.0/16"], Of(("Proxy:Known:0", "10.0.0.5"), ("Proxy:Known:1", "10.1.0.0/16")).Proxies.Select(n => $"{n}"));
        Assert.Empty(Of(("Proxy:Known", "")).Proxies);
        Assert.Equal(["127.0.0.0/8", "::1/128"], Of().Proxies.Select(n => $"{n}"));
    }

    private static GuardSettings Of(params (string Key, string Value)[] values) =>
        GuardSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), new());
}
