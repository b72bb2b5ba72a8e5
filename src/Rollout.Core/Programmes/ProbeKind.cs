namespace Rollout.Core.Programmes;

/// <summary>The kinds of check that exist.</summary>
public enum ProbeKind
{
    /// <summary>A connection can be opened.</summary>
    Tcp,

    /// <summary>A TLS handshake ends with a certificate that holds.</summary>
    Tls,

    /// <summary>An HTTP request is answered as the conditions say.</summary>
    Http,

    /// <summary>An X-Road Security Server lists the services it should.</summary>
    XRoad,

    /// <summary>A synthetic dossier makes the round trip.</summary>
    Dossier,
}
