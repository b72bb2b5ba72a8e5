namespace Rollout.Core.Pictures;

/// <summary>Which end of a label stands at its place.</summary>
public enum LabelAnchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
