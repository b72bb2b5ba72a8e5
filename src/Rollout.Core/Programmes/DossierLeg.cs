namespace Rollout.Core.Programmes;

/// <summary>The legs of a synthetic dossier's round trip, in order; each is evidence for a step of its own.</summary>
public enum DossierLeg
{
    /// <summary>What was submitted has reached the participant's system.</summary>
    Arrived,

    /// <summary>It shows on the other central system.</summary>
    Synchronised,

    /// <summary>Its status and its result have come back to where it was submitted.</summary>
    Returned,
}
