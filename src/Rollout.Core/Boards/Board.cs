using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>
/// The ledger folded up to an instant, for one programme: immutable, in memory, thrown away and made again at will. Applying an entry shares
/// everything but the one row it touches.
/// </summary>
public sealed class Board
{
    private readonly ImmutableList<ParticipantProgress> _rows;

    private Board(Programme programme, ParticipantSet participants, ImmutableList<ParticipantProgress> rows, long seq) =>
        (Programme, Participants, _rows, Seq) = (programme, participants, rows, seq);

    /// <summary>The programme it shows.</summary>
    public Programme Programme { get; }

    /// <summary>Who takes part.</summary>
    public ParticipantSet Participants { get; }

    /// <summary>The rows in official order.</summary>
    public IReadOnlyList<ParticipantProgress> Rows => _rows;

    /// <summary>The latest entry folded in; 0 when there is none.</summary>
    public long Seq { get; }

    /// <summary>A board before the first entry.</summary>
    public static Board Empty(Programme programme, ParticipantSet participants) =>
        new(programme, participants, [.. participants.All.Select(p => new ParticipantProgress(programme, p))], 0);

    /// <summary>A board from rows that a checkpoint kept.</summary>
    public static Board From(Programme programme, ParticipantSet participants, IEnumerable<ParticipantProgress> rows, long seq) =>
        new(programme, participants, [.. rows], seq);

    /// <summary>The row of a participant, or null when it is not of the set.</summary>
    public ParticipantProgress? Find(string code) => Participants.IndexOf(code) is >= 0 and var i ? _rows[i] : null;

    /// <summary>The row of a participant that is known to be of the set.</summary>
    public ParticipantProgress this[ParticipantId id] => _rows[Participants.IndexOf(id)];

    /// <summary>The board with the names that its participants bear on a day, in the official order of those names; itself when no name differs.</summary>
    public Board On(DateOnly day) => Named(Participants.On(day));

    /// <summary>The board with the names, and in the order, of its own participants as a day calls them; itself when they are the same. Rows whose name stays are shared.</summary>
    /// <param name="participants">What <see cref="ParticipantSet.On"/> made of its participants.</param>
    /// <param name="before">An earlier board with those names: rows that say the same are shared with it too.</param>
    public Board Named(ParticipantSet participants, Board? before = null)
    {
        return ReferenceEquals(participants, Participants) ? this : new(Programme, participants, [.. participants.All.Select(Row)], Seq);

        ParticipantProgress Row(Participant participant)
        {
            var row = this[participant.Id];
            if (ReferenceEquals(row.Participant, participant)) return row;
            var named = row.Of(participant);
            return before?[participant.Id] is { } kept && kept == named ? kept : named;
        }
    }

    /// <summary>The board after an entry. Entries of other programmes and entries it has seen already change nothing.</summary>
    public Board Apply(LedgerEntry entry)
    {
        if (entry.Programme != Programme.Key || !Participants.IsOf(entry.Participant.Set)) return this;
        var index = Participants.IndexOf(entry.Participant);
        if (index < 0) throw new InvalidOperationException($"Entry {entry.Seq} speaks of {entry.Participant}, who is not of the set.");
        var row = _rows[index];
        var next = row.Evolve(entry.Event, entry.Phase, entry.Step, entry.Actor, entry.At, entry.Seq);
        var seq = Math.Max(Seq, entry.Seq);
        if (ReferenceEquals(row, next)) return seq == Seq ? this : new(Programme, Participants, _rows, seq);
        return new(Programme, Participants, _rows.SetItem(index, next), seq);
    }

    /// <summary>The board after entries in the order of their seq.</summary>
    public Board Apply(IEnumerable<LedgerEntry> entries) => entries.Aggregate(this, (board, entry) => board.Apply(entry));
}
