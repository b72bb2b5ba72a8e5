using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Simulator;

/// <summary>A certificate authority that lives as long as the country. Its times are real ones: TLS knows no other clock.</summary>
internal sealed class CertificateIssuer : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(730);

    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;
    private int _issued;

    public CertificateIssuer(TimeProvider time)
    {
        _now = time.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Simulated Country CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(_now - Life, _now + Life);
    }

    /// <summary>Without its private key: what others need to trust.</summary>
    public X509Certificate2 PublicAuthority() => X509CertificateLoader.LoadCertificate(_authority.RawData);

    public X509Certificate2 IssueValid(string name) => Issue(name, _now.AddDays(-1), _now.AddDays(365));

    public X509Certificate2 IssueExpired(string name) => Issue(name, _now.AddDays(-366), _now.AddDays(-1));

    /// <summary>Valid, but for a host of another name.</summary>
    public X509Certificate2 IssueForAnother(string name) => Issue(name, _now.AddDays(-1), _now.AddDays(365), host: "elsewhere.invalid");

    public void Dispose() => _authority.Dispose();

    private X509Certificate2 Issue(string name, DateTimeOffset notBefore, DateTimeOffset notAfter, string? host = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (host is null) names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName(host ?? "localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        var serial = BitConverter.GetBytes(Interlocked.Increment(ref _issued));
        using var certificate = request.Create(_authority, notBefore, notAfter, [1, .. serial]);
        var whole = certificate.CopyWithPrivateKey(key);
        if (!OperatingSystem.IsWindows()) return whole;

        // Windows refuses to serve TLS with a key that was never stored; a round through PKCS #12 stores it.
        using (whole) return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
    }
}
