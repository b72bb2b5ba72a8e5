namespace Rollout.Web.Components.Shared;

/// <summary>Who may open a page.</summary>
public enum SiteReaders
{
    /// <summary>Those who may read the whole board.</summary>
    Board,

    /// <summary>Those who may read at all: what they see there is asked line by line.</summary>
    Readers,

    /// <summary>Those who are signed in.</summary>
    SignedIn,

    /// <summary>Monitors.</summary>
    Monitors,

    /// <summary>Administrators.</summary>
    Administrators,
}
