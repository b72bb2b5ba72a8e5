namespace Rollout.Simulator;

/// <summary>How a simulated service can go wrong.</summary>
public enum FaultKind
{
    /// <summary>The connection is cut; for all roles at once already before TLS.</summary>
    Down,

    /// <summary>Accepts the request and never answers.</summary>
    Timeout,

    /// <summary>Answers well, after some milliseconds.</summary>
    Slow,

    /// <summary>An HTTP status of the service's own, 500 unless told.</summary>
    HttpError,

    /// <summary>Status 200 with something else in the body.</summary>
    BadBody,

    /// <summary>The line is reset; for all roles at once as soon as it is open, for one after its request.</summary>
    Reset,

    /// <summary>Answers a byte at a time, for ever.</summary>
    Drip,

    /// <summary>A body of 100 MB.</summary>
    HugeBody,

    /// <summary>A small body that claims to be compressed, and would be 100 MB.</summary>
    Bomb,

    /// <summary>Sends elsewhere, unless told to itself, without end.</summary>
    RedirectLoop,

    /// <summary>The right words under another content type.</summary>
    ContentType,

    // From here on of the whole address, whatever the role: all of it stands behind one certificate and one line.

    /// <summary>The TLS certificate shown has expired.</summary>
    CertificateExpired,

    /// <summary>The TLS certificate shown is for another name.</summary>
    CertificateName,

    /// <summary>The TLS certificate shown was issued by nobody known.</summary>
    CertificateUntrusted,

    /// <summary>Only versions of TLS before 1.2 are spoken.</summary>
    TlsTooOld,

    /// <summary>Lines are opened and never answered: not even TLS.</summary>
    HalfOpen,

    // From here on faults of an X-Road Security Server: services that do not speak X-Road are not touched by them.
    UnknownService,
    AccessDenied,
    ServiceDisabled,
    Maintenance,
    UnknownMember,
    UnknownClient,
    OutdatedGlobalConf,
    InvalidSecurityServer,
    SslAuthenticationFailed,
    NetworkError,
    ServiceFailed,
}
