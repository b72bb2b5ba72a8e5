namespace Rollout.Core.Programmes;

/// <summary>What a condition looks at.</summary>
public enum ConditionSubject
{
    /// <summary>The HTTP status code.</summary>
    Status,

    /// <summary>Seconds from the start of the check to its end.</summary>
    Latency,

    /// <summary>A header's value.</summary>
    Header,

    /// <summary>A value in a JSON body, by path.</summary>
    Json,

    /// <summary>The body as text.</summary>
    Body,

    /// <summary>Seconds until the server's certificate ends.</summary>
    Certificate,
}
