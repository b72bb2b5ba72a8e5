using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Trends;

/// <summary>The time each step takes, folded from the changes of its status.</summary>
public static class StepDurations
{
    /// <summary>Measures the steps of a phase, in order.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participants">Who takes part.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="entries">The ledger's entries, in any order; those that change no status may be left out.</param>
    /// <param name="asOf">The instant that is looked at; entries that hold later are passed over.</param>
    public static ImmutableArray<StepDuration> Of(
        Programme programme, ParticipantSet participants, string phase, IEnumerable<LedgerEntry> entries, DateTimeOffset asOf)
    {
        var runs = new Dictionary<(ParticipantId Participant, string Step), StepCourse>();
        foreach (var entry in entries.Where(e => e.Programme == programme.Key && e.Phase == phase && e.Step is not null && e.At <= asOf).OrderBy(e => e.At).ThenBy(e => e.Seq))
            if (entry.Event is StepEvent.StatusChanged changed)
                runs[(entry.Participant, entry.Step!)] = (runs.GetValueOrDefault((entry.Participant, entry.Step!)) ?? StepCourse.None).After(changed, entry.At);
        var bySteps = runs.Where(r => Applies(r.Key.Participant, programme.FindStep(r.Key.Step))).ToLookup(r => r.Key.Step, r => (Participant: participants.Find(r.Key.Participant), StepCourse: r.Value));
        return [.. programme.Steps.Select(s => Measured(s, [.. bySteps[s.Key].Where(r => r.Participant is not null).Select(r => (r.Participant!, r.StepCourse))], asOf))];

        // As the row says it, of the courses alone: what does not concern somebody any more is measured no more.
        bool Applies(ParticipantId participant, StepDefinition? step) =>
            step?.Applies is not { } rule
            || ((rule.Names(participant.Code) || (rule.Open && runs.GetValueOrDefault((participant, step.Key))?.Open == true))
                && (rule.After is not { } after || (runs.GetValueOrDefault((participant, after))?.Done is not null && Applies(participant, programme.FindStep(after))))
                && (rule.With is not { } with || Applies(participant, programme.FindStep(with))));
    }

    private static StepDuration Measured(StepDefinition step, List<(Participant Participant, StepCourse StepCourse)> runs, DateTimeOffset asOf)
    {
        var done = runs.Where(r => r.StepCourse.Done is not null).ToList();
        var open = runs.Where(r => r.StepCourse is { Open: true, Done: null }).ToList();
        ImmutableArray<StepDuration.Sample> took =
            [.. done.Where(r => r.StepCourse.Begun is not null).Select(r => new StepDuration.Sample(r.Participant, r.StepCourse.Done!.Value - r.StepCourse.Begun!.Value)).OrderBy(s => s.Took)];
        ImmutableArray<StepDuration.Sample> going =
            [.. open.Where(r => r.StepCourse.Begun is not null).Select(r => new StepDuration.Sample(r.Participant, asOf - r.StepCourse.Begun!.Value)).OrderBy(s => s.Took)];
        return new(
            step, took.Length, Spans.Median([.. took.Select(s => s.Took)]), Spans.P90([.. took.Select(s => s.Took)]), took.LastOrDefault(), done.Count - took.Length,
            going.Length, Spans.Median([.. going.Select(s => s.Took)]), going.LastOrDefault(), open.Count - going.Length);
    }

    /// <summary>A step's way from begun to done.</summary>
    /// <param name="Open">Whether it has begun.</param>
    /// <param name="Begun">Since when, if that is known to the day.</param>
    /// <param name="Done">Since when it is done, if it is.</param>
    private sealed record StepCourse(bool Open, DateTimeOffset? Begun, DateTimeOffset? Done)
    {
        public static readonly StepCourse None = new(false, null, null);

        public StepCourse After(StepEvent.StatusChanged changed, DateTimeOffset at)
        {
            if (changed.To == StepStatus.NotStarted) return None;
            // What the source dates by its month, or we assume, has begun at a time that nobody knows.
            var exact = !changed.Assumed && changed.Precision != DatePrecision.Month;
            if (changed.To == StepStatus.Done) return this with { Done = at, Begun = exact ? Begun : null, Open = true };
            return Open ? this with { Done = null } : new(true, exact ? at : null, null);
        }
    }
}
