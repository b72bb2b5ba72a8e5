namespace Rollout.Probing;

/// <summary>The legs of a check, in order.</summary>
internal enum CheckLeg
{
    Name,
    Connect,
    Tls,
    Answer,
    Body,
}
