using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>Whether a handshake ends with a certificate that holds. Any address with a port will do.</summary>
internal sealed class TlsProbe(LineOpener opener, TimeProvider time) : LineProbe(opener, time, secure: true)
{
    public override ProbeKind Kind => ProbeKind.Tls;
}
