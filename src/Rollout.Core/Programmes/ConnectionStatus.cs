namespace Rollout.Core.Programmes;

/// <summary>
/// Where a participant stands with a connected system in a phase (the words of Appendix I). Completed when every step of that system's part
/// is done; not started when every one is not started; otherwise in progress.
/// </summary>
public enum ConnectionStatus
{
    /// <summary>No step of the part has begun.</summary>
    NotStarted,

    /// <summary>Something has begun, something is missing.</summary>
    InProgress,

    /// <summary>Every step of the part is done.</summary>
    Completed,
}
