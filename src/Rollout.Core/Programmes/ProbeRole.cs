namespace Rollout.Core.Programmes;

/// <summary>What passing probes mean for a step.</summary>
public enum ProbeRole
{
    /// <summary>The step has no probe.</summary>
    None,

    /// <summary>Enough passes in a row make the step done.</summary>
    Settles,

    /// <summary>Enough passes in a row make it reported; its confirmers still decide.</summary>
    Evidence,
}
