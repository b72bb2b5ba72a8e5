namespace Rollout.Core.Steps;

/// <summary>In which capacity somebody, or the program itself, acts.</summary>
public enum ActorKind
{
    /// <summary>The programme's lead agency.</summary>
    Monitor,

    /// <summary>A central agency.</summary>
    Agency,

    /// <summary>A participant's contact.</summary>
    Participant,

    /// <summary>A participant's vendor: prepares reports, which an office of the participant submits.</summary>
    Vendor,

    /// <summary>Approves publications.</summary>
    Approver,

    /// <summary>Reads only.</summary>
    Reader,

    /// <summary>Keeps the installation; neither confirms nor corrects.</summary>
    Administrator,

    /// <summary>A probe.</summary>
    Probe,

    /// <summary>An import of a published state.</summary>
    Import,
}
