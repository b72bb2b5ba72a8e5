using System.ComponentModel;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Probing;

/// <summary>Puts TLS on a line, and tells a refusal from a certificate that does not hold and from something that speaks no TLS.</summary>
internal sealed class TlsHandshake(CertificateJudge judge)
{
    /// <summary>Takes the stream over: it is in the answer, or closed.</summary>
    public async Task<OpenedLine> SecureAsync(Stream line, string host, CheckNotes notes, CancellationToken cancellationToken)
    {
        notes.Enter(CheckLeg.Tls);
        Trouble? rejected = null;
        var secured = new SslStream(line);
        var settings = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            CertificateChainPolicy = CertificateJudge.Policy(),
            RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            {
                notes.CertificateEnds = (shown as X509Certificate2)?.NotAfter.ToUniversalTime();
                rejected = judge.Judge(shown as X509Certificate2, chain, errors);
                return rejected is null;
            },
            // Called before the handshake too, without the server's certificate: only the second call means a demand.
            LocalCertificateSelectionCallback = (_, _, _, shown, _) =>
            {
                notes.CertificateDemanded |= shown is not null;
                return null!;
            },
        };
        try
        {
            await secured.AuthenticateAsClientAsync(settings, cancellationToken);
            notes.Leave();
            return OpenedLine.To(secured);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            await secured.DisposeAsync();
            // A line that the timeout tore down breaks in many ways; it is the timeout that counts.
            cancellationToken.ThrowIfCancellationRequested();
            return rejected is not null ? new(null, rejected) : OpenedLine.Failed(CodeOf(e), (e.InnerException?.InnerException ?? e).Message);
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the other side said no in so many words: a TLS alert stands somewhere in the chain of exceptions.</summary>
    public static bool IsAlert(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            // Reasons from 1000 on are alerts received, 1000 + their number.
            if (ReasonOf(exception) is >= 1000 and < 1256) return true;
            // Elsewhere the system's own error says so.
            if (exception is Win32Exception and not SocketException) return true;
        }
        return false;
    }

    /// <summary>Whether no version of TLS was found that both sides speak: we speak 1.2 and what follows.</summary>
    private static bool IsTooOld(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            // Told by the server (the alert protocol_version), or seen in its answer (unsupported protocol, version too low).
            if (ReasonOf(exception) is 1070 or 258 or 396) return true;
            if (exception is Win32Exception { NativeErrorCode: unchecked((int)0x80090331) }) return true;
        }
        return false;
    }

    /// <summary>OpenSSL 3 packs its library (20 is TLS) above 23 bits of reason.</summary>
    private static int ReasonOf(Exception exception) => exception.HResult >>> 23 == 20 ? exception.HResult & 0x7FFFFF : 0;

    private static string CodeOf(Exception exception) =>
        IsTooOld(exception) ? FaultCodes.TlsProtocol
        : IsAlert(exception) ? FaultCodes.TlsRefused
        : exception is IOException ? FaultCodes.TlsClosed
        : FaultCodes.TlsMalformed;
}
