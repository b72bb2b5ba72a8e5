namespace Rollout.Core.Publications;

/// <summary>What somebody has to do with a publication so that it goes on.</summary>
public enum LetterTask
{
    /// <summary>Approve it or give it back.</summary>
    Approve,

    /// <summary>Enter its number and date.</summary>
    Issue,

    /// <summary>Mend what it was given back for.</summary>
    Mend,
}
