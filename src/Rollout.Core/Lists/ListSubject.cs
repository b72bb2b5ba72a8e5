using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Lists;

/// <summary>What the rules of the lists speak of, a system or a step: where a participant stands with it must be told by some row.</summary>
/// <param name="Key">Key of the system or number of the step.</param>
/// <param name="Step">The step; null for a system.</param>
internal sealed record ListSubject(string Key, StepDefinition? Step)
{
    /// <summary>The subjects of a programme's rules, systems first, in the programme's order.</summary>
    public static IEnumerable<ListSubject> Of(Programme programme) =>
        programme.Systems.Where(s => programme.ListDefinitions.Any(l => l.Where.ContainsKey(s.Key))).Select(s => new ListSubject(s.Key, null))
            .Concat(programme.Steps.Where(s => programme.ListDefinitions.Any(l => l.Steps.ContainsKey(s.Key))).Select(s => new ListSubject(s.Key, s)));

    /// <summary>Whether it concerns a participant.</summary>
    public bool Concerns(Programme programme, ParticipantProgress row, string phase) =>
        Step is null ? Connection.Concerns(programme, row, Key, phase) : row.Applies(phase, Step);

    /// <summary>Whether it does not concern a participant only as far as is known: nobody has said anything of the step that it comes after.</summary>
    public bool MayConcern(Programme programme, ParticipantProgress row, string phase, DateTimeOffset asOf) =>
        programme.FindStep(Step?.Applies?.After) is { } after && row.MayTake(phase, after) && !row.Knows(phase, after.Key, asOf);

    /// <summary>What is true of a participant, a bit for each word of a rule; none while nothing is known.</summary>
    public int Read(Programme programme, ParticipantProgress row, string phase, DateTimeOffset asOf) => Step switch
    {
        null => Connection.Of(programme, row, Key, phase, asOf) is { } status ? Bit(status) : 0,
        _ => row.Knows(phase, Step.Key, asOf) ? Read(row[phase, Step.Key]) : 0,
    };

    /// <summary>What a rule asks of it, as bits of which one must be true; null when it does not speak of it.</summary>
    public int? Asked(StatusListDefinition definition) =>
        Step is null
            ? definition.Where.TryGetValue(Key, out var statuses) ? statuses.Aggregate(0, (bits, s) => bits | Bit(s)) : null
            : definition.Steps.TryGetValue(Key, out var words) ? words.Aggregate(0, (bits, w) => bits | Bit(w)) : null;

    private static int Read(StepState cell)
    {
        var counts = cell.CountsAs switch
        {
            StepStatus.NotStarted => Bit(StepWord.NotStarted) | Bit(StepWord.NotDone),
            StepStatus.InProgress => Bit(StepWord.InProgress) | Bit(StepWord.NotDone),
            StepStatus.Reported => Bit(StepWord.Reported) | Bit(StepWord.NotDone),
            StepStatus.Done => Bit(StepWord.Done),
            _ => Bit(StepWord.NotDone),
        };
        return cell.Status == StepStatus.Blocked ? counts | Bit(StepWord.Blocked) : counts;
    }

    private static int Bit(ConnectionStatus status) => 1 << (int)status;

    private static int Bit(StepWord word) => 1 << (int)word;
}
