using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>Each fault as the prober sees it: whose it is, and why.</summary>
public sealed class SimulatedLookTests
{
    private const string Information = FaultOwner.ParticipantSystem;
    private const string Gateway = FaultOwner.ParticipantGateway;

    public static TheoryData<string, string, string, string[], string> Faults => new()
    {
        { "plain", "down", "", [], FaultCodes.TcpReset },
        { "*", "down", "", [], FaultCodes.TlsClosed },
        { "plain", "reset", "", [], FaultCodes.TcpReset },
        { "*", "reset", "", [], FaultCodes.TlsClosed },
        { "plain", "timeout", "", [], FaultCodes.HttpTimeout },
        { "plain", "drip", "", [], FaultCodes.HttpTimeout },
        { "plain", "slow", ", \"milliseconds\": 100", ["latency < 0.05s"], FaultCodes.ConditionLatency },
        { "plain", "httpError", ", \"status\": 503", ["status == 200"], FaultCodes.ConditionStatus },
        { "plain", "badBody", "", ["status == 200", "json $[0] == \"1.1\""], FaultCodes.ConditionJson },
        { "plain", "badBody", "", ["body contains \"1.1\""], FaultCodes.ConditionBody },
        { "plain", "contentType", "", ["header content-type contains json"], FaultCodes.ConditionHeader },
        { "plain", "hugeBody", "", ["json $[0] == \"1.1\""], FaultCodes.ConditionJson },
        { "plain", "hugeBody", "", ["body contains \"1.1\""], FaultCodes.ConditionBody },
        { "plain", "bomb", "", ["body contains \"1.1\""], FaultCodes.ConditionBody },
        { "plain", "redirectLoop", "", [], FaultCodes.ConditionStatus },
        { "plain", "redirectLoop", ", \"message\": \"http://169.254.169.254/latest/meta-data/\"", ["status == 200"], FaultCodes.ConditionStatus },
        { "plain", "redirectLoop", ", \"message\": \"//[::ffff:127.0.0.1]:1/\"", [], FaultCodes.ConditionStatus },
        { "plain", "certificateExpired", "", [], FaultCodes.TlsExpired },
        { "*", "certificateName", "", [], FaultCodes.TlsName },
        { "*", "certificateUntrusted", "", [], FaultCodes.TlsUntrusted },
        { "*", "tlsTooOld", "", [], FaultCodes.TlsProtocol },
        { "*", "halfOpen", "", [], FaultCodes.TlsTimeout },
    };

    /// <summary>Kind, code, whose it is after the first pass, and before.</summary>
    public static TheoryData<string, string, string, string> RoadFaults => new()
    {
        { "unknownService", FaultCodes.XRoadUnknownService, Gateway, Gateway },
        { "accessDenied", FaultCodes.XRoadAccessDenied, Gateway, FaultOwner.Self },
        { "serviceDisabled", FaultCodes.XRoadServiceDisabled, Gateway, Gateway },
        { "maintenance", FaultCodes.XRoadMaintenanceMode, FaultOwner.Self, FaultOwner.Self },
        { "unknownMember", FaultCodes.XRoadUnknownMember, Gateway, Gateway },
        { "unknownClient", FaultCodes.XRoadUnknownMember, "operator", FaultOwner.Self },
        { "outdatedGlobalConf", FaultCodes.XRoadOutdatedGlobalConf, "registrar", "registrar" },
        { "invalidSecurityServer", FaultCodes.XRoadInvalidSecurityServer, "registrar", "registrar" },
        { "sslAuthenticationFailed", FaultCodes.XRoadSslAuthenticationFailed, "operator", "operator" },
        { "networkError", FaultCodes.XRoadNetworkError, Gateway, Gateway },
        { "serviceFailed", FaultCodes.XRoadServiceFailed, Information, Information },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_of_a_service_has_its_owner_and_its_reason(string role, string kind, string more, string[] conditions, string code)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault(role, kind, more));
        var definition = Given.Definition(ProbeKind.Http, conditions);
        Assert.Null((await LookAsync(country, "plain", definition, everPassed: true)).Fault);

        country.At(SmallScenario.DuringFault);
        var hurried = code.EndsWith(".timeout", StringComparison.Ordinal) ? definition with { Timeout = Given.Short } : definition;
        var finding = await LookAsync(country, "plain", hurried, everPassed: true);

        // A line cut the moment it is open is seen closed or reset, as the two sides' packets happen to cross.
        var mayBe = code == FaultCodes.TlsClosed ? [code, FaultCodes.TcpReset] : (string[])[code];
        var (owner, seen) = Given.OwnerAndCode(finding);
        Assert.Equal(Information, owner);
        Assert.Contains(seen, mayBe);
        country.At(SmallScenario.AfterFault);
        Assert.Null((await LookAsync(country, "plain", definition, everPassed: true)).Fault);
    }

    [Theory]
    [InlineData("certificateName")]
    [InlineData("certificateUntrusted")]
    [InlineData("tlsTooOld")]
    public async Task Tls_fault_of_a_gateway_is_the_gateways_before_the_first_pass_too(string kind)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("*", kind));
        country.At(SmallScenario.DuringFault);

        var finding = await LookAsync(country, "road", Road(), everPassed: false);

        Assert.Equal(Gateway, finding.Fault?.Owner);
        Assert.StartsWith("tls.", finding.Fault!.Code, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RoadFaults))]
    public async Task Fault_of_a_security_server_has_its_owner_in_both_spellings_and_both_forms(string kind, string code, string after, string before)
    {
        foreach (var version in new[] { "7.7", "7.8" })
            foreach (var form in new[] { "", ", \"soap\": true" })
            {
                await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("road", kind, form, version));
                country.At(SmallScenario.DuringFault);
                Assert.Equal((after, code), Given.OwnerAndCode(await LookAsync(country, "road", Road(), everPassed: true)));
                var finding = await LookAsync(country, "road", Road(), everPassed: false);
                Assert.Equal((before, code), Given.OwnerAndCode(finding));
                Assert.Equal(version == "7.8", !finding.Said!.Contains("Proxy.", StringComparison.Ordinal));
                country.At(SmallScenario.AfterFault);
                Assert.Null((await LookAsync(country, "road", Road(), everPassed: false)).Fault);
            }
    }

    [Fact]
    public async Task Allowed_methods_are_asked_for_when_the_programme_says_so()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());
        var finding = await LookAsync(country, "road", Road() with { Listing = ServiceListing.AllowedMethods }, everPassed: true);
        Assert.Null(finding.Fault);
        Assert.Contains("\"take\"", finding.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("httpError", ", \"message\": \"ServerConf is not available\"", FaultCodes.XRoadUnhealthy, Gateway)]
    [InlineData("serviceFailed", "", FaultCodes.XRoadUnhealthy, Gateway)]
    [InlineData("outdatedGlobalConf", "", FaultCodes.XRoadOutdatedGlobalConf, "registrar")]
    [InlineData("maintenance", "", FaultCodes.XRoadMaintenanceMode, FaultOwner.Self)]
    [InlineData("httpError", ", \"status\": 404", FaultCodes.ConditionStatus, Gateway)]
    public async Task Health_port_tells_how_the_server_is(string kind, string more, string code, string owner)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("pulse", kind, more));
        Assert.Null((await LookAsync(country, "pulse", Road() with { Health = true }, everPassed: false)).Fault);
        country.At(SmallScenario.DuringFault);
        Assert.Equal((owner, code), Given.OwnerAndCode(await LookAsync(country, "pulse", Road() with { Health = true }, everPassed: false)));
    }

    [Theory]
    [InlineData("plain", "down", "", null, null)]
    [InlineData("synchronised", "down", "", FaultCodes.DossierNotSynchronised, Information)]
    [InlineData("synchronised", "down", ", \"message\": \"operator\"", FaultCodes.DossierNotSynchronised, "operator")]
    [InlineData("returned", "down", "", FaultCodes.DossierNotReturned, Information)]
    [InlineData("desk", "httpError", "", FaultCodes.ConditionStatus, Information)]
    public async Task Dossier_goes_as_far_as_the_scenario_says(string role, string kind, string more, string? code, string? owner)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault(role, kind, more));
        var definition = Given.Definition(ProbeKind.Dossier, via: "operator", headers: [("Authorization", "secret:account")]) with { Leg = DossierLeg.Returned };
        Assert.Null((await LookAsync(country, "desk", definition, everPassed: false)).Fault);
        country.At(SmallScenario.DuringFault);
        Assert.Equal((owner, code), Given.OwnerAndCode(await LookAsync(country, "desk", definition, everPassed: false)));
    }

    private static ProbeDefinition Road() =>
        Given.Definition(ProbeKind.XRoad, via: "operator", client: "XX/GOV/ME/SYS", services: ["take"]) with { Registry = "registrar" };

    private static Task<ProbeFinding> LookAsync(TryCountry country, string role, ProbeDefinition definition, bool everPassed) => Given.CheckAsync(
        Given.Request(definition, country.Url(role), everPassed, _ => "granted"),
        new() { AllowLoopback = true, TrustedRoots = [country.Country.CertificateAuthority] });
}
