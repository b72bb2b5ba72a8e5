using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Probing;

/// <summary>Whether a certificate holds: by the system's roots first, then by the installation's own.</summary>
internal sealed class CertificateJudge(X509Certificate2Collection? roots)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Nothing is fetched for a chain: the addresses in a certificate are the other side's choice and would get around the guard.</summary>
    public static X509ChainPolicy Policy() => new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>What is wrong with it, or null. The clearest trouble is told first: its time, its root, its name.</summary>
    public Trouble? Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return null;
        if (certificate is null || chain is null) return new(FaultCodes.TlsUntrusted, Excerpt.Nothing);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var wrongs = Wrongs(certificate, chain);
            if (wrongs.HasFlag(X509ChainStatusFlags.NotTimeValid))
                return new(FaultCodes.TlsExpired, $"{Day(certificate.NotBefore)} – {Day(certificate.NotAfter)}");
            if (wrongs != X509ChainStatusFlags.NoError) return new(FaultCodes.TlsUntrusted, Excerpt.Of($"{certificate.Issuer} ({wrongs})"));
        }
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? new(FaultCodes.TlsName, Excerpt.Of(certificate.Subject)) : null;
    }

    private X509ChainStatusFlags Wrongs(X509Certificate2 certificate, X509Chain bySystem)
    {
        if (roots is not { Count: > 0 }) return Flags(bySystem);
        using var own = new X509Chain { ChainPolicy = Policy() };
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(roots);
        own.ChainPolicy.ExtraStore.AddRange(bySystem.ChainPolicy.ExtraStore);
        own.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        return own.Build(certificate) ? X509ChainStatusFlags.NoError : Flags(own);
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static X509ChainStatusFlags Flags(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
}
