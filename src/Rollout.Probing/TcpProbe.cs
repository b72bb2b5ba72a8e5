using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>Whether a connection can be opened. Any address with a port will do.</summary>
internal sealed class TcpProbe(LineOpener opener, TimeProvider time) : LineProbe(opener, time, secure: false)
{
    public override ProbeKind Kind => ProbeKind.Tcp;
}
