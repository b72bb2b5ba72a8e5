namespace Rollout.Core.Versions;

/// <summary>What entries of the ledger can lose with a new version.</summary>
public enum LossKind
{
    /// <summary>A set whose participants take part no more.</summary>
    Participants,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A phase.</summary>
    Phase,

    /// <summary>A step.</summary>
    Step,
}
