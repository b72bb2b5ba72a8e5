using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;

namespace Rollout.Core.Tests.Verification;

/// <summary>Addresses as people write them, and what is wrong with them.</summary>
public sealed class TargetRulesTests
{
    private static readonly Programme Programme = LienThong.Programme;

    [Theory]
    [InlineData("https://a.vn/tthc?x=1", null)]
    [InlineData("http://10.0.0.7:8080/", null)]
    [InlineData("https://dịchvụ.vn/", null)]
    [InlineData("tcp://a.vn:5500", "endpoints.url")]
    [InlineData("file:///etc/passwd", "endpoints.url")]
    [InlineData("javascript:alert(1)", "endpoints.url")]
    [InlineData("a.vn", "endpoints.url")]
    [InlineData("/a", "endpoints.url")]
    [InlineData("https://", "endpoints.url")]
    [InlineData("", "endpoints.url")]
    [InlineData("https://u:p@a.vn/", "endpoints.userInfo")]
    [InlineData("http://127.0.0.1/", "endpoints.address")]
    [InlineData("http://2130706433/", "endpoints.address")]
    [InlineData("http://0x7f.1/", "endpoints.address")]
    [InlineData("http://[::1]/", "endpoints.address")]
    public void Address_of_an_http_probe_is_judged(string url, string? mistake)
    {
        var role = Programme.Probes.First(p => p.Kind == ProbeKind.Http).Role;
        var found = TargetRules.Check(Programme, [new(Programme.Phases[0].Key, role, url)], a => !IPAddress.IsLoopback(a));
        Assert.Equal(mistake is null ? [] : [$"0 url {mistake}"], found.Select(m => $"{m.Index} {m.Field} {m.Message.Code}"));
    }

    [Fact]
    public void Address_that_goes_on_for_ever_is_refused_and_not_repeated()
    {
        var role = Programme.Probes.First(p => p.Kind == ProbeKind.Http).Role;
        var mistake = Assert.Single(TargetRules.Check(Programme, [new(Programme.Phases[0].Key, role, "https://a.vn/" + new string('a', 5000))], _ => true));
        Assert.Equal(2000, mistake.Message.Arguments[0].Length);
    }

    [Fact]
    public void Same_role_in_two_phases_is_no_doubling() => Assert.Empty(TargetRules.Check(
        Programme, [.. Programme.Phases.Select(p => new TargetWish(p.Key, Programme.Probes.First(q => q.Kind == ProbeKind.Http).Role, "https://a.vn/"))], _ => true));
}
