using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Probing.Tests;

/// <summary>A small authority of our own.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;

    public static X509Certificate2 Root { get; } = MakeRoot("CN=Root of the tests");

    public static X509Certificate2 Good { get; } = Issue("127.0.0.1", -1, 40);

    public static X509Certificate2 Expired { get; } = Issue("127.0.0.1", -40, -1);

    public static X509Certificate2 Elsewhere { get; } = Issue("elsewhere.example", -1, 40);

    public static X509Certificate2 Stranger { get; } = Issue("127.0.0.1", -1, 40, MakeRoot("CN=Unknown root"));

    public static SslServerAuthenticationOptions Serving(X509Certificate2 certificate) => new() { ServerCertificate = certificate };

    public static DateTimeOffset EndOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    private static X509Certificate2 MakeRoot(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(Today.AddDays(-100), Today.AddDays(100));
    }

    private static X509Certificate2 Issue(string host, int from, int until, X509Certificate2? root = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(root ?? Root, Today.AddDays(from), Today.AddDays(until), RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
