using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace Rollout.Probing;

/// <summary>How this installation looks at others.</summary>
public sealed class ProbingOptions
{
    /// <summary>Checks under way at the same time, over all runs of one <see cref="ProbeRunner"/>.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>
    /// How we introduce ourselves, the same with every request, so that an operator finds us in the logs and can let us in. An installation adds
    /// where more can be read: <c>Rollout-Probe/1.0 (+https://monitoring.example/)</c>.
    /// </summary>
    public string UserAgent { get; init; } = "Rollout-Probe/1.0";

    /// <summary>
    /// The address that checks come from, as participants are told it for their firewalls; null when unknown. When it is an address of this very
    /// machine checks leave from it; behind a translating gateway it is merely told.
    /// </summary>
    public string? SourceAddress { get; init; }

    /// <summary>Whether addresses of this very machine may be checked; every other refusal of <see cref="AddressGuard"/> stays.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Roots trusted beside those of the operating system, or null.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Addresses that answer whenever our own network works; the first answer settles it. May be empty.</summary>
    public ImmutableArray<Uri> References { get; init; } = [];

    /// <summary>How long a reference may take to let us in.</summary>
    public TimeSpan ReferenceTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
