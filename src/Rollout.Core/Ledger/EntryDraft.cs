using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Ledger;

/// <summary>What is about to be written: an entry before it has its place in the chain.</summary>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">Phase of the cell; null when the event is of the participant as a whole.</param>
/// <param name="Step">Step of the cell; null when the event is of a phase or of the participant.</param>
/// <param name="Event">What happened.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">Since when it holds, whole milliseconds.</param>
/// <param name="RecordedAt">When it was written, whole milliseconds.</param>
/// <param name="NoteHash">Hash of the note beside the ledger; null when there is none.</param>
public sealed record EntryDraft(
    string Programme, ParticipantId Participant, string? Phase, string? Step, StepEvent Event, Actor Actor, DateTimeOffset At,
    DateTimeOffset RecordedAt, string? NoteHash);
