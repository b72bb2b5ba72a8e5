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

    /// <summary>The TLS certificate shown has expired; it is shown for the whole address.</summary>
    CertificateExpired,

    // From here on faults of an X-Road Security Server: services that do not speak X-Road are not touched by them.
    UnknownService,
    AccessDenied,
    ServiceDisabled,
    Maintenance,
    UnknownMember,
    OutdatedGlobalConf,
}
