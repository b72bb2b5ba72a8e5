using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Probing;

/// <summary>
/// Whether a certificate holds: by the system's roots or by the installation's own. Building a chain is the dearest part of a check, so that
/// each host is looked at first by what it held by the last time.
/// </summary>
internal sealed class CertificateJudge(X509Certificate2Collection? roots)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly ConcurrentDictionary<string, bool> _heldBySystem = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the first look at a host's certificate is made.</summary>
    public X509ChainPolicy PolicyFor(string host) => Policy(byOwn: IsByOwn(host));

    /// <summary>What is wrong with it, or null. The clearest trouble is told first: its time, its root, its name.</summary>
    public Trouble? Judge(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return null;
        if (certificate is null || chain is null) return new(FaultCodes.TlsUntrusted, Excerpt.Nothing);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var wrongs = Wrongs(host, certificate, chain);
            if (wrongs.HasFlag(X509ChainStatusFlags.NotTimeValid))
                return new(FaultCodes.TlsExpired, $"{Day(certificate.NotBefore)} – {Day(certificate.NotAfter)}");
            if (wrongs != X509ChainStatusFlags.NoError) return new(FaultCodes.TlsUntrusted, Excerpt.Of($"{certificate.Issuer} ({wrongs})"));
        }
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? new(FaultCodes.TlsName, Excerpt.Of(certificate.Subject)) : null;
    }

    private bool IsByOwn(string host) => roots is { Count: > 0 } && !_heldBySystem.ContainsKey(host);

    /// <summary>The second look, by the other roots. When neither holds, what ours say counts: they are the narrower word.</summary>
    private X509ChainStatusFlags Wrongs(string host, X509Certificate2 certificate, X509Chain first)
    {
        if (roots is not { Count: > 0 }) return Flags(first);
        var wasByOwn = first.ChainPolicy.TrustMode == X509ChainTrustMode.CustomRootTrust;
        using var second = new X509Chain { ChainPolicy = Policy(byOwn: !wasByOwn) };
        second.ChainPolicy.ExtraStore.AddRange(first.ChainPolicy.ExtraStore);
        second.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        var holds = second.Build(certificate);
        if (holds && wasByOwn) _heldBySystem.TryAdd(host, true);
        else _heldBySystem.TryRemove(host, out _);
        return holds ? X509ChainStatusFlags.NoError : Flags(wasByOwn ? first : second);
    }

    /// <summary>Nothing is fetched for a chain: the addresses in a certificate are the other side's choice and would get around the guard.</summary>
    private X509ChainPolicy Policy(bool byOwn)
    {
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (!byOwn) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(roots!);
        return policy;
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static X509ChainStatusFlags Flags(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
}
