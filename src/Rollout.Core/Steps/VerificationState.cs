namespace Rollout.Core.Steps;

/// <summary>What the probes see, beside the status and never part of it: done and failing is done.</summary>
public enum VerificationState
{
    /// <summary>Enough passes in a row.</summary>
    Passing,

    /// <summary>Enough of the participant's own failures in a row.</summary>
    Failing,

    /// <summary>No result that counts for three intervals.</summary>
    Stale,

    /// <summary>We cannot see: no target, no result yet, or no rights of our own.</summary>
    NotObservable,
}
