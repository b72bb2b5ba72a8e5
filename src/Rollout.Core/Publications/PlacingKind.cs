namespace Rollout.Core.Publications;

/// <summary>Where a name that stands in no row is told.</summary>
public enum PlacingKind
{
    /// <summary>In a row of its own behind the others, under a title that the drafter gives.</summary>
    Row,

    /// <summary>In a note under the table.</summary>
    Note,
}
