using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Ledger;

/// <summary>An entry of the ledger, the only source of truth: never changed, never removed.</summary>
/// <param name="Seq">Its place in the one chain of all programmes, from 1 without a gap.</param>
/// <param name="Draft">What it says.</param>
/// <param name="PreviousHash">Hash of the entry before; <see cref="HashChain.Genesis"/> for the first.</param>
/// <param name="Hash">Its own hash, over what it says and the hash before.</param>
public sealed record LedgerEntry(long Seq, EntryDraft Draft, string PreviousHash, string Hash)
{
    /// <summary>Key of the programme.</summary>
    public string Programme => Draft.Programme;

    /// <summary>Whose.</summary>
    public ParticipantId Participant => Draft.Participant;

    /// <summary>Phase of the cell, if it is of one.</summary>
    public string? Phase => Draft.Phase;

    /// <summary>Step of the cell, if it is of one.</summary>
    public string? Step => Draft.Step;

    /// <summary>What happened.</summary>
    public StepEvent Event => Draft.Event;

    /// <summary>Who.</summary>
    public Actor Actor => Draft.Actor;

    /// <summary>Since when it holds.</summary>
    public DateTimeOffset At => Draft.At;

    /// <summary>When it was written.</summary>
    public DateTimeOffset RecordedAt => Draft.RecordedAt;

    /// <summary>Hash of the note beside the ledger.</summary>
    public string? NoteHash => Draft.NoteHash;
}
