using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>A ledger in memory: decide, seal, apply, the way of one datum without the disk.</summary>
internal sealed class Scribe(Programme programme, ParticipantSet participants)
{
    public List<LedgerEntry> Entries { get; } = [];

    public Board Board { get; private set; } = Board.Empty(programme, participants);

    public Decision Record(StepCommand command, DateTimeOffset now)
    {
        var decision = StepDecider.Decide(programme, Board[command.Participant], command, now);
        if (decision is not Decision.Accepted accepted) return decision;
        var (phase, step) = command.Place;
        foreach (var happened in accepted.Events) Write(command.Participant, phase, step, happened, command.Actor, accepted.At, now);
        return decision;
    }

    public IReadOnlyList<Decision> RecordAll(IEnumerable<StepCommand> commands, DateTimeOffset now) => [.. commands.Select(c => Record(c, now))];

    /// <summary>Writes what happened without asking the rules.</summary>
    public void Happened(
        string code, string step, StepEvent happened, DateTimeOffset at, string phase = "test", DateTimeOffset? recordedAt = null) =>
        Write(participants.Find(code)!.Id, phase, step, happened, Actor.Import("test"), at, recordedAt ?? at);

    /// <summary>Writes that a step came to a status.</summary>
    public void Has(string code, string step, StepStatus to, DateTimeOffset at, string phase = "test", Basis basis = Basis.Confirmation)
    {
        var from = Board.Find(code)![phase, step].CountsAs;
        var blocker = to == StepStatus.Blocked ? new Blocker("participant", "software", from) : null;
        Happened(code, step, new StepEvent.StatusChanged(from, to, basis) { Blocker = blocker }, at, phase);
    }

    /// <summary>Writes that every step of a part is done.</summary>
    public void Finishes(string code, string part, DateTimeOffset at, string phase = "test")
    {
        foreach (var step in programme.Steps.Where(s => s.Part == part)) Has(code, step.Key, StepStatus.Done, at, phase);
    }

    /// <summary>Writes that a source speaks of everyone in a phase.</summary>
    public void Covers(string phase, DateTimeOffset at)
    {
        foreach (var participant in participants.All)
            Write(participant.Id, phase, null, new StepEvent.SourceStated(null, DatePrecision.Day), Actor.Import("test"), at, at);
    }

    private void Write(
        ParticipantId participant, string? phase, string? step, StepEvent happened, Actor by, DateTimeOffset at, DateTimeOffset recordedAt)
    {
        var draft = new EntryDraft(programme.Key, participant, phase, step, happened, by, at, recordedAt, null);
        var entry = HashChain.Seal(draft, Entries.Count + 1, Entries.Count == 0 ? HashChain.Genesis : Entries[^1].Hash);
        Entries.Add(entry);
        Board = Board.Apply(entry);
    }

}
