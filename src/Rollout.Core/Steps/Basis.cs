namespace Rollout.Core.Steps;

/// <summary>What a change of status rests on.</summary>
public enum Basis
{
    /// <summary>A published document.</summary>
    Baseline,

    /// <summary>A report of those who do the work.</summary>
    Report,

    /// <summary>The word of an agency that confirms.</summary>
    Confirmation,

    /// <summary>A probe's result.</summary>
    Probe,

    /// <summary>A monitor's correction, with its reason.</summary>
    Correction,
}
