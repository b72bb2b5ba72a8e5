namespace Rollout.Probing;

/// <summary>
/// Every reason a check can give. The codes are stable: samples, the ledger and the texts in the resources refer to them. The first word
/// tells the layer; <c>self</c> and <c>net</c> are always our own.
/// </summary>
public static class FaultCodes
{
    /// <summary>The name does not exist or has no address.</summary>
    public const string DnsFailed = "dns.failed";

    /// <summary>No answer to the question for the name within the timeout.</summary>
    public const string DnsTimeout = "dns.timeout";

    /// <summary>Nothing listens at that port.</summary>
    public const string TcpRefused = "tcp.refused";

    /// <summary>No answer to the opening of a connection within the timeout, at a target that has passed before.</summary>
    public const string TcpTimeout = "tcp.timeout";

    /// <summary>The connection was cut while it was in use.</summary>
    public const string TcpReset = "tcp.reset";

    /// <summary>A router says that the host cannot be reached, at a target that has passed before.</summary>
    public const string TcpUnreachable = "tcp.unreachable";

    /// <summary>
    /// The target has never passed and no connection can be opened (no answer, or unreachable): most likely its firewall does not know our
    /// address yet. Ours until the first pass.
    /// </summary>
    public const string NetFirewall = "net.firewall";

    /// <summary>Our own machine has no way out: no route, no free port, no permission.</summary>
    public const string NetUnreachable = "net.unreachable";

    /// <summary>The certificate does not lead to a root that we trust, or none was shown.</summary>
    public const string TlsUntrusted = "tls.untrusted";

    /// <summary>The certificate is for another name.</summary>
    public const string TlsName = "tls.name";

    /// <summary>The certificate, or one above it, has ended or has not begun.</summary>
    public const string TlsExpired = "tls.expired";

    /// <summary>The server refused with an alert, or demanded a client certificate that we do not have. Ours until the first pass.</summary>
    public const string TlsRefused = "tls.refused";

    /// <summary>The connection was cut during the handshake, without a reason. Ours until the first pass.</summary>
    public const string TlsClosed = "tls.closed";

    /// <summary>What answers does not speak TLS.</summary>
    public const string TlsMalformed = "tls.malformed";

    /// <summary>The server speaks only versions of TLS before 1.2, which are no longer safe.</summary>
    public const string TlsProtocol = "tls.protocol";

    /// <summary>The handshake did not end within the timeout.</summary>
    public const string TlsTimeout = "tls.timeout";

    /// <summary>The request was not answered in full within the timeout.</summary>
    public const string HttpTimeout = "http.timeout";

    /// <summary>The connection ended before the answer did.</summary>
    public const string HttpClosed = "http.closed";

    /// <summary>What answers does not speak HTTP/1.1, or says far too much.</summary>
    public const string HttpMalformed = "http.malformed";

    /// <summary>The HTTP status is not the wanted one. With 401 or 403 ours until the first pass, like every other condition then.</summary>
    public const string ConditionStatus = "condition.status";

    /// <summary>The check took too long, though it was answered.</summary>
    public const string ConditionLatency = "condition.latency";

    /// <summary>A header is not as wanted.</summary>
    public const string ConditionHeader = "condition.header";

    /// <summary>A value in the JSON body is not as wanted, or the body is no JSON.</summary>
    public const string ConditionJson = "condition.json";

    /// <summary>The body is not as wanted.</summary>
    public const string ConditionBody = "condition.body";

    /// <summary>The certificate ends too soon.</summary>
    public const string ConditionCertificate = "condition.certificate";

    /// <summary>X-Road: the client or the provider is not registered. The client's is ours until the first pass.</summary>
    public const string XRoadUnknownMember = "xroad.UnknownMember";

    /// <summary>X-Road: the provider has not opened the service.</summary>
    public const string XRoadUnknownService = "xroad.UnknownService";

    /// <summary>X-Road: the provider has not granted the right. Ours until the first pass.</summary>
    public const string XRoadAccessDenied = "xroad.AccessDenied";

    /// <summary>X-Road: the provider has disabled the service; its notice is in the detail.</summary>
    public const string XRoadServiceDisabled = "xroad.ServiceDisabled";

    /// <summary>X-Road: the provider's information system failed behind its Security Server.</summary>
    public const string XRoadServiceFailed = "xroad.ServiceFailed";

    /// <summary>X-Road: the caller did not show the TLS certificate that its Security Server wants.</summary>
    public const string XRoadSslAuthenticationFailed = "xroad.SslAuthenticationFailed";

    /// <summary>X-Road: a server is in maintenance. Not a failure: nobody's streak moves, we merely cannot see (owner self).</summary>
    public const string XRoadMaintenanceMode = "xroad.MaintenanceMode";

    /// <summary>X-Road: the global configuration is outdated (from 7.8 on spelt <c>global_conf_outdated</c>).</summary>
    public const string XRoadOutdatedGlobalConf = "xroad.OutdatedGlobalConf";

    /// <summary>X-Road: the Security Server asked for is not registered.</summary>
    public const string XRoadInvalidSecurityServer = "xroad.InvalidSecurityServer";

    /// <summary>X-Road: one side cannot reach the next (also its <c>IOError</c> and <c>UnknownHost</c>).</summary>
    public const string XRoadNetworkError = "xroad.NetworkError";

    /// <summary>X-Road: any other error; its type is in the detail.</summary>
    public const string XRoadOther = "xroad.other";

    /// <summary>A SOAP fault that is not X-Road's own but the provider's.</summary>
    public const string XRoadSoapFault = "xroad.soapFault";

    /// <summary>The Security Server answers, but does not list a service that it should.</summary>
    public const string XRoadServiceMissing = "xroad.serviceMissing";

    /// <summary>The Security Server's list of services cannot be read.</summary>
    public const string XRoadUnreadable = "xroad.unreadable";

    /// <summary>The Security Server's health port tells a failure; its reason is in the detail.</summary>
    public const string XRoadUnhealthy = "xroad.unhealthy";

    /// <summary>The health port repeats a failure told less than 30 s ago from its memory: one failure, not two. Moves nobody's streak (owner self).</summary>
    public const string XRoadHealthCached = "xroad.healthCached";

    /// <summary>What was submitted did not reach the participant's system in time.</summary>
    public const string DossierNotArrived = "dossier.notArrived";

    /// <summary>What arrived does not show on the other central system.</summary>
    public const string DossierNotSynchronised = "dossier.notSynchronised";

    /// <summary>Status and result did not come back to where it was submitted.</summary>
    public const string DossierNotReturned = "dossier.notReturned";

    /// <summary>The answer is none that the round trip was agreed to have.</summary>
    public const string DossierUnreadable = "dossier.unreadable";

    /// <summary>The address is one that <see cref="AddressGuard"/> refuses.</summary>
    public const string SelfAddressForbidden = "self.addressForbidden";

    /// <summary>The target's address is none that this kind of check can use: wrong scheme, no port.</summary>
    public const string SelfTarget = "self.target";

    /// <summary>A header needs a secret that this installation does not have.</summary>
    public const string SelfSecretMissing = "self.secretMissing";

    /// <summary>The programme does not say as which client we call.</summary>
    public const string SelfClientMissing = "self.clientMissing";

    /// <summary>A condition that this kind of check cannot decide: it shows no such thing, or the pattern is wrong.</summary>
    public const string SelfCondition = "self.condition";

    /// <summary>The round trip needs a test account that the agency grants; none is declared, or the installation does not have it.</summary>
    public const string SelfTestAccountMissing = "self.testAccountMissing";

    /// <summary>The check may not run in this phase: what is made up never gets to where citizens' dossiers are.</summary>
    public const string SelfPhase = "self.phase";

    /// <summary>The check itself broke; the log has the details.</summary>
    public const string SelfError = "self.error";
}
