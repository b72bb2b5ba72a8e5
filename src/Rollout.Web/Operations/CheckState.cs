namespace Rollout.Web.Operations;

/// <summary>How one of the things that a node needs stands.</summary>
public enum CheckState
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>It does not, and people are served all the same: no reason to take the node out.</summary>
    Degraded,

    /// <summary>It does not, and this node cannot do its work.</summary>
    Failed,
}
