using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Rollout.Simulator;

/// <summary>One participant's systems in one environment: an address of their own and everything behind it.</summary>
internal sealed class Site(EnvironmentPlan plan, IReadOnlyList<SiteService> services, CertificateIssuer issuer) : IDisposable
{
    private readonly SslStreamCertificateContext _valid = Context(issuer.IssueValid(NameOf(plan)));
    private readonly SslStreamCertificateContext? _expired =
        plan.Faults.Any(fault => fault.Kind == FaultKind.CertificateExpired) ? Context(issuer.IssueExpired(NameOf(plan))) : null;

    public EnvironmentPlan Plan => plan;

    /// <summary>Known once the server listens.</summary>
    public int Port => Listening?.IPEndPoint?.Port ?? throw new InvalidOperationException("The site does not listen yet.");

    public ListenOptions? Listening { get; set; }

    /// <summary>Nobody answers here: not even TLS.</summary>
    public bool IsDark(DateTimeOffset at) => !plan.IsAnythingUp(at) || plan.HasWhole(FaultKind.Down, at);

    public SslStreamCertificateContext CertificateAt(DateTimeOffset at) => plan.HasExpiredCertificate(at) ? _expired! : _valid;

    public SiteService? ServiceAt(string path) => services.FirstOrDefault(service => service.Owns(path));

    public IEnumerable<SimulatedAddress> Addresses() =>
        from service in services
        where plan.HandedOut.ContainsKey(service.Role.Key)
        let url = new UriBuilder(Uri.UriSchemeHttps, "127.0.0.1", Port, service.Path).Uri
        select new SimulatedAddress(
            plan.Participant, plan.Environment, service.Role.Key, service.Provider is null ? "http" : "xroad", url, plan.HandedOut[service.Role.Key]);

    public void Dispose()
    {
        _valid.TargetCertificate.Dispose();
        _expired?.TargetCertificate.Dispose();
    }

    private static string NameOf(EnvironmentPlan plan) => $"{plan.Participant}.{plan.Environment}";

    /// <summary>Prepared once: a certificate handed to TLS bare has its chain built again at every handshake.</summary>
    private static SslStreamCertificateContext Context(X509Certificate2 certificate) =>
        SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
}
