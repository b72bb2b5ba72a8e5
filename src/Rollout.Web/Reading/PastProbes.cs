using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Jobs;

namespace Rollout.Web.Reading;

/// <summary>
/// What the probes had seen by an instant, at the addresses that exist now: from the single results as long as they are kept, from the hours
/// after that. Results record themselves, so that what was known when means nothing here.
/// </summary>
public sealed class PastProbes(Targets targets, SampleReader samples, SampleHours hours, BoardReading boards, SweepSettings sweeps, DomainClock clock)
{
    /// <summary>Of how many results a streak is folded; thresholds are far below.</summary>
    private const int Folded = 60;

    /// <summary>The lines of a programme in official order, as of the view's instant.</summary>
    /// <param name="view">The programme and the instant.</param>
    /// <param name="phase">Only of this phase.</param>
    /// <param name="participant">Only of this participant.</param>
    /// <param name="count">How many results of each.</param>
    public ImmutableArray<ProbeLine> Lines(BoardView view, string? phase, ParticipantId? participant, int count = ProbeReading.Shown)
    {
        var (board, at) = (Then(view), view.AsOf);
        ImmutableArray<long> ids = [.. targets.All.Where(t => t.Programme == board.Programme.Key && (participant is null || t.Participant == participant)).Select(t => t.Id)];
        var seen = samples.Until(ids, Folded, at).GroupBy(s => (s.Target, s.Probe)).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        var rolled = hours.At(ids, at);
        return ProbeReading.Drawn(board, targets, phase, participant, line =>
        {
            var key = (line.Target.Id, line.Probe.Key);
            var marks = seen.GetValueOrDefault(key, []);
            var streak = marks.Reverse().Aggregate(Streak.Empty, (s, m) => s.After(m.Fault, m.At));
            return line with
            {
                State = ProbeReading.StateOf(Sight(line, marks, streak), at),
                Streak = streak,
                Marks = [.. marks.Take(count)],
                Rolled = marks.IsEmpty ? rolled.GetValueOrDefault(key) : null,
            };
        });
    }

    /// <summary>Who takes part and has agreed is asked as all know it now.</summary>
    private Board Then(BoardView view) =>
        view.KnownOn is null ? view.Board : boards.Read(view.Programme.Key, view.Phase.Key, BoardReading.Text(view.AsOf), null).View?.Board ?? view.Board;

    private ProbeSighting Sight(ProbeLine line, ImmutableArray<ProbeSample> marks, Streak streak) =>
        line.Probing is { Consent: ProbingConsent.Agreed or ProbingConsent.Paused }
            ? new(line.Probe.Key, streak, line.Probe.Policy, clock.Domain(sweeps.Every(line.Probe) * BackOff.Factor(marks.TakeWhile(m => m.Fault is not null).Count())))
            : new(line.Probe.Key, null, line.Probe.Policy, TimeSpan.Zero);
}
