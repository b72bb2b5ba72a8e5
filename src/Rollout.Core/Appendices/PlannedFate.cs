namespace Rollout.Core.Appendices;

/// <summary>What an import does with one thing that a document says.</summary>
public enum PlannedFate
{
    /// <summary>It is written.</summary>
    Written,

    /// <summary>It is so already.</summary>
    Already,

    /// <summary>A later entry stands there; it is left and listed.</summary>
    Left,
}
