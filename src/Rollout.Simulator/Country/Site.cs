using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rollout.Simulator;

/// <summary>One participant's systems in one environment: an address of their own and everything behind it.</summary>
internal sealed class Site : IDisposable
{
    private readonly EnvironmentPlan _plan;
    private readonly IReadOnlyList<SiteService> _services;
    private readonly SslStreamCertificateContext _valid;
    private readonly Dictionary<FaultKind, SslStreamCertificateContext> _wrong = [];

    public Site(EnvironmentPlan plan, IReadOnlyList<SiteService> services, CertificateIssuer issuer)
    {
        (_plan, _services) = (plan, services);
        var name = $"{plan.Participant}.{plan.Environment}";
        _valid = Context(issuer.IssueValid(name));
        if (Shows(FaultKind.CertificateExpired)) _wrong[FaultKind.CertificateExpired] = Context(issuer.IssueExpired(name));
        if (Shows(FaultKind.CertificateName)) _wrong[FaultKind.CertificateName] = Context(issuer.IssueForAnother(name));
        if (!Shows(FaultKind.CertificateUntrusted)) return;
        using var stranger = new CertificateIssuer(TimeProvider.System);
        _wrong[FaultKind.CertificateUntrusted] = Context(stranger.IssueValid(name));
    }

    public EnvironmentPlan Plan => _plan;

    /// <summary>The service of the plain port, if there is one.</summary>
    public SiteService? Health => _services.FirstOrDefault(service => service.Role.Kind == RoleKind.Health);

    /// <summary>Where its TLS listens; the port is known once the server does.</summary>
    public ListenOptions? Listening { get; set; }

    /// <summary>Where its health port listens.</summary>
    public ListenOptions? ListeningPlain { get; set; }

    /// <summary>What becomes of a line before anything is said on it; null when it is served.</summary>
    public FaultKind? LineAt(DateTimeOffset at) =>
        !_plan.IsAnythingUp(at) ? FaultKind.Down : _plan.AddressFaultAt(at) is { } kind && !_wrong.ContainsKey(kind) ? kind : null;

    public SslStreamCertificateContext CertificateAt(DateTimeOffset at) =>
        _plan.AddressFaultAt(at) is { } kind ? _wrong.GetValueOrDefault(kind, _valid) : _valid;

    public SiteService? ServiceAt(string path) => _services.FirstOrDefault(service => service.Owns(path));

    public IEnumerable<SimulatedAddress> Addresses() =>
        from service in _services
        where service.HasAddress && _plan.HandedOut.ContainsKey(service.Role.Key)
        select new SimulatedAddress(
            _plan.Participant, _plan.Environment, service.Role.Key, service.Role.Kind.ToString().ToLowerInvariant(), UrlOf(service),
            _plan.HandedOut[service.Role.Key]);

    public void Dispose()
    {
        foreach (var context in _wrong.Values.Append(_valid)) context.TargetCertificate.Dispose();
    }

    private static int PortOf(ListenOptions? listening) =>
        listening?.IPEndPoint?.Port ?? throw new InvalidOperationException("The site does not listen yet.");

    private Uri UrlOf(SiteService service) => service == Health
        ? new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", PortOf(ListeningPlain), service.Path).Uri
        : new UriBuilder(Uri.UriSchemeHttps, "127.0.0.1", PortOf(Listening), service.Path).Uri;

    private bool Shows(FaultKind kind) => _plan.Faults.Any(fault => fault.Kind == kind);

    /// <summary>Prepared once: a certificate handed to TLS bare has its chain built again at every handshake.</summary>
    private static SslStreamCertificateContext Context(X509Certificate2 certificate) =>
        SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
}
