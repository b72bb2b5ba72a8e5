using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class XRoadProbeTests
{
    private const string Gateway = FaultOwner.ParticipantGateway;
    private const string Information = FaultOwner.ParticipantSystem;
    private const string Path = "/r1/VN/GOV/PROVINCE-01/catalogue%20x";
    private const string Ours = "Client 'SUBSYSTEM:VN/GOV/AAA/client' not found";
    private const string Theirs = "Could not find addresses for service provider \"SUBSYSTEM:VN/GOV/PROVINCE-01/catalogue x\"";

    private const string Listing = """
        {"service":[
          {"member_class":"GOV","member_code":"PROVINCE-01","subsystem_code":"catalogue x","object_type":"SERVICE","service_code":"receive",
           "service_type":"OPENAPI","xroad_instance":"VN","endpoint_list":[{"method":"POST","path":"/"}]},
          {"object_type":"SERVICE","service_code":"status","service_type":"REST","xroad_instance":"VN"}]}
        """;

    [Fact]
    public async Task Services_that_are_listed_pass_and_the_question_is_xroads_own()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http(Listing));
        var definition = Given.Definition(
            ProbeKind.XRoad, ["status == 200", "latency < 15s"], services: ["status", "receive"], headers: [("X-Key", "secret:k")]);
        using var probes = new ProbesByKind(Given.Options(), TimeProvider.System);
        var request = Given.Request(definition, server.Url(path: Path + "/"), everPassed: false, _ => "v");
        for (var i = 0; i < 2; i++) Assert.Null((await probes.Of(ProbeKind.XRoad).CheckAsync(request, Given.Token)).Fault);
        var heads = server.Heads.Select(h => h.Split("\r\n")).ToList();
        Assert.Equal($"GET {Path}/listMethods HTTP/1.1", heads[0][0]);
        Assert.Contains("X-Road-Client: VN/GOV/AAA/client", heads[0]);
        Assert.Contains("Accept: application/json", heads[0]);
        Assert.Contains("X-Key: v", heads[0]);
        var ids = heads.Select(h => h.Single(line => line.StartsWith("X-Road-Id: ", StringComparison.Ordinal))).ToList();
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task Service_that_is_not_listed_is_the_gateways()
    {
        var fault = await FaultOf(LoopbackServer.Http(Listing), services: ["status", "forward", "return"]);
        Assert.Equal(new Fault(FaultOwner.ParticipantGateway, FaultCodes.XRoadServiceMissing, "forward, return"), fault);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"service":{}}""")]
    [InlineData("""{"service":[{"code":"status"}]}""")]
    [InlineData("<html>a portal</html>")]
    [InlineData("[]")]
    public async Task Listing_that_cannot_be_read_is_the_gateways(string body)
    {
        var fault = await FaultOf(LoopbackServer.Http(body), services: ["status"]);
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnreadable), (fault!.Owner, fault.Code));
    }

    [Fact]
    public async Task Condition_that_fails_after_the_listing_is_the_gateways()
    {
        var fault = await FaultOf(LoopbackServer.Http(Listing), services: ["status"], conditions: ["latency < 0s"]);
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.ConditionLatency), (fault!.Owner, fault.Code));
    }

    [Fact]
    public async Task Client_that_is_not_declared_is_ours()
    {
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.XRoad, client: null), new("http://127.0.0.1:1/")));
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfClientMissing), Given.OwnerAndCode(finding));
    }

    /// <summary>Type, message, code; then the owner after the first pass and before it. "agency" is the gateway that our call passes.</summary>
    public static TheoryData<string, string, string, string, string> Errors => new()
    {
        { "Server.ServerProxy.UnknownService", "Unknown service: x", FaultCodes.XRoadUnknownService, Gateway, Gateway },
        { "server.serverproxy.unknown_service", "Unknown service: x", FaultCodes.XRoadUnknownService, Gateway, Gateway },
        { "Server.ServerProxy.AccessDenied", "Request is not allowed: x", FaultCodes.XRoadAccessDenied, Gateway, FaultOwner.Self },
        { "server.serverproxy.access_denied", "Request is not allowed: x", FaultCodes.XRoadAccessDenied, Gateway, FaultOwner.Self },
        { "Server.ServerProxy.ServiceDisabled", "Service x is disabled: y", FaultCodes.XRoadServiceDisabled, Gateway, Gateway },
        { "server.serverproxy.service_disabled", "Service x is disabled: y", FaultCodes.XRoadServiceDisabled, Gateway, Gateway },
        { "Server.ServerProxy.UnknownMember", Ours, FaultCodes.XRoadUnknownMember, Gateway, FaultOwner.Self },
        { "server.clientproxy.unknown_member", Ours, FaultCodes.XRoadUnknownMember, "agency", FaultOwner.Self },
        { "Server.ClientProxy.UnknownMember", Theirs, FaultCodes.XRoadUnknownMember, Gateway, Gateway },
        { "Server.ServerProxy.MaintenanceMode", "back at noon", FaultCodes.XRoadMaintenanceMode, FaultOwner.Self, FaultOwner.Self },
        { "server.clientproxy.maintenance_mode", "back at noon", FaultCodes.XRoadMaintenanceMode, FaultOwner.Self, FaultOwner.Self },
        { "Server.ClientProxy.SslAuthenticationFailed", "no certificate", FaultCodes.XRoadSslAuthenticationFailed, "agency", "agency" },
        { "Server.ServerProxy.SslAuthenticationFailed", "no certificate", FaultCodes.XRoadSslAuthenticationFailed, "agency", "agency" },
        { "Server.ClientProxy.OutdatedGlobalConf", "", FaultCodes.XRoadOutdatedGlobalConf, "agency", "agency" },
        { "server.serverproxy.global_conf_outdated", "", FaultCodes.XRoadOutdatedGlobalConf, "agency", "agency" },
        { "Server.ClientProxy.InvalidSecurityServer", "", FaultCodes.XRoadInvalidSecurityServer, "agency", "agency" },
        { "Server.ClientProxy.NetworkError", "Could not connect", FaultCodes.XRoadNetworkError, Gateway, Gateway },
        { "server.serverproxy.network_error", "refused", FaultCodes.XRoadNetworkError, Information, Information },
        { "Server.ServerProxy.ServiceFailed.InvalidContentType", "", FaultCodes.XRoadServiceFailed, Information, Information },
        { "Server.ServerProxy.ServiceFailed.IOError", "", FaultCodes.XRoadNetworkError, Information, Information },
        { "Server.ClientProxy.ServiceFailed", "", FaultCodes.XRoadServiceFailed, "agency", "agency" },
        { "Server.ClientProxy.CannotCreateSignature", "", FaultCodes.XRoadOther, "agency", "agency" },
        { "Server.ClientProxy.SslAuthenticationFailed.CertValidation", "", FaultCodes.XRoadSslAuthenticationFailed, "agency", "agency" },
        { "Server.ServerProxy.DatabaseError", "", FaultCodes.XRoadOther, Gateway, Gateway },
        { "Client.InvalidRequest", "", FaultCodes.XRoadOther, FaultOwner.Self, FaultOwner.Self },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Error_told_by_the_header_has_its_owner(string type, string message, string code, string after, string before)
    {
        var status = type.StartsWith("Server.", StringComparison.OrdinalIgnoreCase) ? "500 Internal Server Error" : "400 Bad Request";
        var body = $$"""{"type":"{{type}}","message":"{{message.Replace("\"", "\\\"", StringComparison.Ordinal)}}","detail":null}""";
        var answer = LoopbackServer.Http(body, status, $"Content-Type: application/json\r\nX-Road-Error: {type}");
        await AssertOwners(answer, type, message, code, after, before);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Error_told_by_a_soap_fault_in_a_200_has_its_owner(string type, string message, string code, string after, string before)
    {
        // Without a word of X-Road's a SOAP fault is the provider's own.
        if (type == "Client.InvalidRequest") (code, after, before) = (FaultCodes.XRoadSoapFault, Information, Information);
        var answer = LoopbackServer.Http(Soap(type, message), headers: "Content-Type: text/xml; charset=utf-8");
        await AssertOwners(answer, type, message, code, after, before);
    }

    [Theory]
    [InlineData("SOAP-ENV:Server", FaultCodes.XRoadSoapFault, FaultOwner.ParticipantSystem)]
    [InlineData("SOAP-ENV:Server.ServerProxy.UnknownService", FaultCodes.XRoadUnknownService, FaultOwner.ParticipantGateway)]
    public async Task Soap_fault_with_a_qualified_code_is_understood(string type, string code, string owner)
    {
        var fault = await FaultOf(LoopbackServer.Http(Soap(type, "m"), headers: "Content-Type: text/xml"));
        Assert.Equal((owner, code), (fault!.Owner, fault.Code));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Fault><faultcode>&x;</faultcode></Fault>")]
    [InlineData("<Envelope><Body/></Envelope>")]
    [InlineData("<Envelope><Body><Fault/></Body></Envelope>")]
    [InlineData("not xml")]
    public async Task Xml_that_is_no_fault_is_no_listing_either(string body)
    {
        var fault = await FaultOf(LoopbackServer.Http(body, headers: "Content-Type: text/xml"));
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnreadable), (fault!.Owner, fault.Code));
    }

    [Theory]
    [InlineData("500 Internal Server Error", true, FaultOwner.ParticipantSystem)]
    [InlineData("500 Internal Server Error", false, FaultOwner.ParticipantSystem)]
    [InlineData("403 Forbidden", true, FaultOwner.ParticipantSystem)]
    [InlineData("403 Forbidden", false, FaultOwner.Self)]
    [InlineData("302 Found", true, FaultOwner.ParticipantSystem)]
    public async Task Failure_without_the_header_is_the_providers_own_systems(string status, bool everPassed, string owner)
    {
        var fault = await FaultOf(LoopbackServer.Http("""{"type":"Server.ServerProxy.AccessDenied","message":"m"}""", status), everPassed);
        Assert.Equal((owner, FaultCodes.ConditionStatus), (fault!.Owner, fault.Code));
    }

    private static async Task AssertOwners(string answer, string type, string message, string code, string after, string before)
    {
        var expected = Excerpt.Of(message.Length == 0 ? type : $"{type}: {message}");
        Assert.Equal(new Fault(after, code, expected), await FaultOf(answer, everPassed: true, via: "agency"));
        Assert.Equal(new Fault(before, code, expected), await FaultOf(answer, everPassed: false, via: "agency"));
        var withoutGateway = await FaultOf(answer, everPassed: true, via: null);
        Assert.Equal(after == "agency" ? FaultOwner.Self : after, withoutGateway!.Owner);
    }

    private static async Task<Fault?> FaultOf(
        string answer, bool everPassed = true, string? via = null, string[]? services = null, string[]? conditions = null)
    {
        await using var server = LoopbackServer.Answering(answer);
        var definition = Given.Definition(ProbeKind.XRoad, conditions, via: via, services: services);
        return (await Given.CheckAsync(Given.Request(definition, server.Url(path: Path), everPassed))).Fault;
    }

    private static string Soap(string type, string message) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault>
        <faultcode>{type}</faultcode><faultstring>{message}</faultstring><faultactor/><detail><faultDetail xmlns="">abc</faultDetail></detail>
        </SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>
        """;
}
