using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rollout.Benchmarks;

/// <summary>
/// Whom the probes look at, in a process of its own so that its work is not counted as theirs: answers that it is up on every address of this
/// machine. A path of a number answers 503 until so many seconds have passed.
/// </summary>
internal static class ProbedServer
{
    public static async Task<int> RunAsync(string port, string secure, string folder)
    {
        var up = "{\"status\":\"UP\"}"u8.ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var certificate = Certificate(folder);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.ListenAnyIP(int.Parse(port, CultureInfo.InvariantCulture));
            k.ListenAnyIP(int.Parse(secure, CultureInfo.InvariantCulture), l => l.UseHttps(certificate));
        });
        var app = builder.Build();
        var beginning = TimeProvider.System.GetTimestamp();
        app.Run(http =>
        {
            var waits = int.TryParse(http.Request.Path.Value.AsSpan(1), CultureInfo.InvariantCulture, out var seconds) && TimeProvider.System.GetElapsedTime(beginning).TotalSeconds < seconds;
            if (waits)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = up.Length;
            return http.Response.Body.WriteAsync(up).AsTask();
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>A certificate for the addresses used, and the root that vouches for it, for those who trust it.</summary>
    private static X509Certificate2 Certificate(string folder)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(100));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Benchmark", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = root.CreateSelfSigned(from, to);
        File.WriteAllText(Path.Combine(folder, "trusted-roots.pem"), authority.ExportCertificatePem());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=probed", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var address in Probes.Addresses) names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(authority, from, to, [1, 2, 3, 4]);
        return issued.CopyWithPrivateKey(key);
    }
}
