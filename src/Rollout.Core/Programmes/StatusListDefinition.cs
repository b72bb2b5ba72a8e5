using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A numbered row of the status lists (Appendix I): its title and its rule. All that the rule says must hold.</summary>
/// <param name="Number">Row number.</param>
/// <param name="Title">The title as the letter prints it.</param>
/// <param name="Where">For each system named, the statuses of which the participant must have one.</param>
public sealed record StatusListDefinition(int Number, LocalizedText Title, FrozenDictionary<string, ImmutableArray<ConnectionStatus>> Where)
{
    /// <summary>For each step named, the words of which one must be true of it in the phase that is looked at.</summary>
    public FrozenDictionary<string, ImmutableArray<StepWord>> Steps { get; init; } = FrozenDictionary<string, ImmutableArray<StepWord>>.Empty;

    /// <summary>What is asked of measures.</summary>
    public ImmutableArray<MeasureRule> Measures { get; init; } = [];

    /// <summary>Whether a change of a step may move a name in or out: the rule names it or its system, or a step that concerns only those for whom it is done.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="step">The step that changed.</param>
    public bool SpeaksOf(Programme programme, StepDefinition step) => programme.Steps.Any(s => Names(programme, s) && RestsOn(programme, s, step));

    private bool Names(Programme programme, StepDefinition step) =>
        Steps.ContainsKey(step.Key) || (programme.PartOf(step).System is { } system && Where.ContainsKey(system));

    private static bool RestsOn(Programme programme, StepDefinition step, StepDefinition on) =>
        step.Key == on.Key
        || (programme.FindStep(step.Applies?.After) is { } after && RestsOn(programme, after, on))
        || (programme.FindStep(step.Applies?.With) is { } with && RestsOn(programme, with, on));
}
