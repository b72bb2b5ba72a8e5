namespace Rollout.Core.Versions;

/// <summary>What a new version does to something of the old one.</summary>
public enum ItemFate
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is there no more.</summary>
    Gone,
}
