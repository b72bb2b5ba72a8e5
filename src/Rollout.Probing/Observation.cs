using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>What conditions look at. Which of these a kind of check shows at all is decided by <see cref="Shows"/>.</summary>
internal sealed record Observation(ProbeKind Kind, double Seconds)
{
    public int? Status { get; init; }

    /// <summary>Seconds until the certificate ends; null when none was shown.</summary>
    public double? CertificateLeft { get; init; }

    /// <summary>A header's value by name, case ignored; several values stand behind one another with commas.</summary>
    public Func<string, string?> Header { get; init; } = _ => null;

    /// <summary>The body as it came, up to the cap.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body's charset as the server told it.</summary>
    public string? Charset { get; init; }

    /// <summary>What of the answer its conditions looked at.</summary>
    public SaidPart SaidPart => field ??= new(Body, Charset);

    /// <summary>Whether this kind of check can decide a condition on that subject.</summary>
    public bool Shows(ConditionSubject subject) => Kind switch
    {
        ProbeKind.Tcp => subject is ConditionSubject.Latency,
        ProbeKind.Tls => subject is ConditionSubject.Latency or ConditionSubject.Certificate,
        _ => true,
    };

    /// <summary>What a condition on anything but the body compares with its value.</summary>
    public SeenValue Of(Condition condition) => condition.Subject switch
    {
        ConditionSubject.Status => SeenValue.Of(Status),
        ConditionSubject.Latency => SeenValue.Of(Seconds),
        ConditionSubject.Certificate => SeenValue.Of(CertificateLeft),
        ConditionSubject.Header => new(Header(condition.Path), null),
        ConditionSubject.Json => JsonPath.Read(Body, condition.Path),
        _ => default,
    };
}
