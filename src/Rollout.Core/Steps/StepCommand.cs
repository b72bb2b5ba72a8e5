using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Steps;

/// <summary>What somebody wants to be so. A person's click, an API call, an import and a probe all speak through this family.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Participant">Whose row.</param>
public abstract record StepCommand(Actor Actor, ParticipantId Participant)
{
    /// <summary>The phase and the step it speaks of; null where it speaks of more than one.</summary>
    public (string? Phase, string? Step) Place => this switch
    {
        Change c => (c.Key.Phase, c.Key.Step),
        Comment c => (c.Key.Phase, c.Key.Step),
        Observe o => (o.Key.Phase, o.Key.Step),
        Uphold u => (u.Key.Phase, u.Key.Step),
        Import i => (i.Key.Phase, i.Key.Step),
        StateSource s => (s.Phase, null),
        _ => (null, null),
    };

    /// <summary>What its author writes with it; the text is kept beside the ledger.</summary>
    public string? Written => this switch { Change c => c.Note, Comment c => c.Note, SetService s => s.Note, SetProbing p => p.Note, Uphold u => u.Note, Import i => i.Note, StateSource s => s.Note, StateFigure f => f.Note, _ => null };

    /// <summary>The files given with it.</summary>
    public ValueList<FileReference> Evidence => this switch { Change c => c.Files, Comment c => c.Files, Import i => i.Files, StateFigure f => f.Files, _ => [] };

    /// <summary>A person, or a program for one, wants a step to have another status.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Key">Which cell.</param>
    /// <param name="To">The status wanted.</param>
    /// <param name="Version">The version of the cell that the author saw.</param>
    public sealed record Change(Actor Actor, StepKey Key, StepStatus To, int Version) : StepCommand(Actor, Key.Participant)
    {
        /// <summary>What the author writes; its text is kept beside the ledger.</summary>
        public string? Note { get; init; }

        /// <summary>Whom it waits on, when the status wanted is blocked.</summary>
        public string? BlockedOn { get; init; }

        /// <summary>The kind of obstacle.</summary>
        public string? BlockedKind { get; init; }

        /// <summary>Since when it holds, when earlier than now.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>The document it rests on.</summary>
        public DocumentReference? Document { get; init; }

        /// <summary>The files given with it.</summary>
        public ValueList<FileReference> Files { get; init; } = [];
    }

    /// <summary>Somebody with a part in a step says something about it, or adds evidence; the status stays.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Key">Which cell.</param>
    /// <param name="Note">What.</param>
    /// <param name="Files">The evidence.</param>
    public sealed record Comment(Actor Actor, StepKey Key, string? Note, ValueList<FileReference> Files) : StepCommand(Actor, Key.Participant);

    /// <summary>The monitor lets a status stand though the results say otherwise.</summary>
    /// <param name="Actor">The monitor.</param>
    /// <param name="Key">Which cell.</param>
    /// <param name="Version">The version of the cell that the monitor saw.</param>
    /// <param name="Note">Why.</param>
    public sealed record Uphold(Actor Actor, StepKey Key, int Version, string? Note) : StepCommand(Actor, Key.Participant);

    /// <summary>The probes have something to say of a step (see <c>Judgement</c>).</summary>
    /// <param name="Actor">The probe.</param>
    /// <param name="Key">Which cell.</param>
    /// <param name="Verification">What is seen now.</param>
    /// <param name="FaultMark">Whose fault, when one is seen.</param>
    /// <param name="Seen">At least one pass: a step not started has begun.</param>
    /// <param name="Settled">Enough passes of every probe of the step: it advances as it settles.</param>
    /// <param name="Regressed">Failing for longer than the policy bears.</param>
    public sealed record Observe(
        Actor Actor, StepKey Key, VerificationState Verification, FaultMark? FaultMark, bool Seen, bool Settled, bool Regressed)
        : StepCommand(Actor, Key.Participant);

    /// <summary>A published state says that a step had a status.</summary>
    /// <param name="Actor">The import.</param>
    /// <param name="Key">Which cell.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="At">Since when.</param>
    public sealed record Import(Actor Actor, StepKey Key, StepStatus Status, DateTimeOffset At) : StepCommand(Actor, Key.Participant)
    {
        /// <summary>The source names no step.</summary>
        public bool Assumed { get; init; }

        /// <summary>The source speaks of this very step: that it has not begun is worth an entry too, since nothing else would make it known.</summary>
        public bool Stated { get; init; }

        /// <summary>How exactly the source is dated.</summary>
        public DatePrecision Precision { get; init; }

        /// <summary>The source.</summary>
        public DocumentReference? Document { get; init; }

        /// <summary>Who approved it and what exactly was read; kept beside the ledger.</summary>
        public string? Note { get; init; }

        /// <summary>The source as a file, where it is kept.</summary>
        public ValueList<FileReference> Files { get; init; } = [];
    }

    /// <summary>A published state speaks of a participant's whole phase.</summary>
    /// <param name="Actor">The import.</param>
    /// <param name="Participant">Whose.</param>
    /// <param name="Phase">Which phase.</param>
    /// <param name="At">Since when.</param>
    /// <param name="Precision">How exactly the source is dated.</param>
    /// <param name="Document">The source.</param>
    public sealed record StateSource(
        Actor Actor, ParticipantId Participant, string Phase, DateTimeOffset At, DatePrecision Precision, DocumentReference? Document)
        : StepCommand(Actor, Participant)
    {
        /// <summary>Who approved it and what exactly was read; kept beside the ledger.</summary>
        public string? Note { get; init; }
    }

    /// <summary>The named agency, or a published state, says whether the service runs.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Participant">Whose service.</param>
    /// <param name="State">Its state.</param>
    /// <param name="At">Since when, when earlier than now.</param>
    /// <param name="Note">Why.</param>
    public sealed record SetService(Actor Actor, ParticipantId Participant, ServiceState State, DateTimeOffset? At, string? Note)
        : StepCommand(Actor, Participant);

    /// <summary>A participant says whether its addresses may be probed.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Participant">Whose addresses.</param>
    /// <param name="Consent">What it says.</param>
    /// <param name="Note">Why; required for a pause, and always of an administrator.</param>
    public sealed record SetProbing(Actor Actor, ParticipantId Participant, ProbingConsent Consent, string? Note) : StepCommand(Actor, Participant);

    /// <summary>Somebody states a figure of a participant, corrects it or takes it back.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Participant">Whose figure.</param>
    /// <param name="Measure">Key of the measure.</param>
    /// <param name="Period">The days it speaks of.</param>
    /// <param name="Value">The figure; null takes it back.</param>
    /// <param name="Version">The version that the author saw: how many entries there were of this measure and period. An import sees none.</param>
    public sealed record StateFigure(Actor Actor, ParticipantId Participant, string Measure, FigurePeriod Period, decimal? Value, int Version)
        : StepCommand(Actor, Participant)
    {
        /// <summary>What the author writes; required where a figure is there already.</summary>
        public string? Note { get; init; }

        /// <summary>Since when it is said, when earlier than now; never before the period is over.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>How exactly the source is dated.</summary>
        public DatePrecision Precision { get; init; }

        /// <summary>The document it rests on.</summary>
        public DocumentReference? Document { get; init; }

        /// <summary>The files given with it.</summary>
        public ValueList<FileReference> Files { get; init; } = [];
    }
}
