using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A step of the checklist as the programme declares it.</summary>
/// <param name="Key">Its number, <c>1.1</c>.</param>
/// <param name="Part">Number of its part.</param>
/// <param name="Title">Short official title.</param>
/// <param name="Text">The official text, word for word.</param>
/// <param name="Reporters">Who reports it: <see cref="Participant"/> or agency keys.</param>
/// <param name="Settlement">How it becomes done.</param>
/// <param name="TakeOver">Whether in a later phase one confirmation may take it over from the phase before.</param>
public sealed record StepDefinition(
    string Key, string Part, LocalizedText Title, LocalizedText Text, ImmutableArray<string> Reporters, Settlement Settlement, bool TakeOver)
{
    /// <summary>The word by which a programme file names the participant itself as reporter or as the one a step waits on.</summary>
    public const string Participant = "participant";

    /// <summary>Whether minutes of its test can be printed.</summary>
    public bool Minutes { get; init; }

    /// <summary>Until when it is due, where it has a deadline of its own; see <see cref="Programme.Due"/>.</summary>
    public DueTerms Due { get; init; } = DueTerms.None;

    /// <summary>Whom it concerns; null for everybody.</summary>
    public Applicability? Applies { get; init; }
}
