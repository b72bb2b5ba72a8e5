namespace Rollout.Core.Measures;

/// <summary>The columns of a table of figures that people fill in.</summary>
public enum FigureColumn
{
    /// <summary>The participant's code.</summary>
    Code,

    /// <summary>The participant's name.</summary>
    Name,

    /// <summary>The figure.</summary>
    Value,

    /// <summary>What is written with it; the reason, where a figure is there already.</summary>
    Note,
}
