using Rollout.Core.Incidents;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;

namespace Rollout.Core.Tests.Incidents;

/// <summary>Rule 4 seen from above: what one fault may mean, and when enough of them are one incident.</summary>
public sealed class SharedFaultsTests
{
    private static readonly ProbeDefinition Gateway = LienThong.Programme.FindProbe("gateway")!;
    private static readonly ProbeDefinition Ndxp = LienThong.Programme.FindProbe("ndxp")!;

    [Theory]
    [InlineData("participantGateway", "xroad.UnknownMember", true, "ndxp")] // the registry is kept by NDXP
    [InlineData("participantGateway", "xroad.UnknownMember", false, "ndxp")]
    [InlineData("participantGateway", "xroad.ServiceDisabled", true, null)] // nobody else can do that
    [InlineData("participantGateway", "tcp.timeout", true, "self")] // many at once: the way there
    [InlineData("participantGateway", "tcp.timeout", false, null)] // never passed: nothing new
    [InlineData("self", "net.firewall", true, null)]
    [InlineData("c06", "xroad.SslAuthenticationFailed", true, "c06")]
    public void Fault_at_a_participants_gateway_may_come_from(string owner, string code, bool news, string? suspect) =>
        Assert.Equal(suspect, SharedFaults.SuspectOf(Gateway, new(owner, code, ""), news));

    [Theory]
    [InlineData("condition.status", "ndxp")]
    [InlineData("tcp.refused", "ndxp")]
    public void Whatever_fails_through_an_agencys_platform_may_be_its_fault(string code, string suspect) =>
        Assert.Equal(suspect, SharedFaults.SuspectOf(Ndxp, new(FaultOwner.ParticipantSystem, code, ""), news: true));

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(3, 6, true)]
    [InlineData(3, 7, false)]
    [InlineData(31, 63, false)]
    [InlineData(32, 63, true)]
    public void Half_of_them_and_never_fewer_than_three_open_an_incident(int touched, int all, bool opens) => Assert.Equal(opens, SharedFaults.Opens(touched, all));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(16, 63, false)]
    [InlineData(15, 63, true)]
    public void Fewer_than_a_quarter_close_it(int touched, int all, bool closes) => Assert.Equal(closes, SharedFaults.Closes(touched, all));

    [Fact]
    public void Census_counts_participants_not_results_and_forgets_who_passes_or_goes()
    {
        var census = new FaultCensus();
        var part = new SharedPart("test", "ndxp");
        var (one, two) = (Target(1, "01"), Target(2, "02"));
        var fault = new Fault(FaultOwner.ParticipantSystem, "tcp.refused", "");

        Assert.Equal(part, census.Count(Ndxp, one, fault, news: true));
        census.Count(Ndxp, one, fault, news: true);
        census.Count(LienThong.Programme.FindProbe("civil")!, one, fault, news: true);
        census.Count(Ndxp, two, fault, news: true);
        Assert.Equal(["01", "02"], census.Touched(part).Select(p => p.Code).Order());
        Assert.Equal(3, census.Places(part).Length);

        census.Count(Ndxp, one, null, news: true);
        Assert.Equal(["01", "02"], census.Touched(part).Select(p => p.Code).Order());
        census.Count(LienThong.Programme.FindProbe("civil")!, one, null, news: true);
        Assert.Equal(["02"], census.Touched(part).Select(p => p.Code));
        census.Keep(new HashSet<ProbeTarget> { one });
        Assert.Empty(census.Touched(part));
        Assert.Null(census.Count(Ndxp, two, fault, news: false));
    }

    private static ProbeTarget Target(long id, string code) => new(id, "lien-thong", new("provinces-63", code), "test", "ndxp", new("https://example.vn/"));
}
