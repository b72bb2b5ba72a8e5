namespace Rollout.Core.Programmes;

/// <summary>What a word of a programme speaks about; pages explain the words of what they show.</summary>
public enum GlossaryTopic
{
    /// <summary>The programme itself: why it is, who leads it, its phases.</summary>
    Programme,

    /// <summary>The service that people feel.</summary>
    Service,

    /// <summary>The systems that are connected.</summary>
    Systems,

    /// <summary>The steps of the work.</summary>
    Steps,

    /// <summary>The published lists.</summary>
    Lists,

    /// <summary>The addresses and what is checked at them.</summary>
    Probes,
}
