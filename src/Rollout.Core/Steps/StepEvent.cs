using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Steps;

/// <summary>What can have happened: the closed family that the ledger holds and the board folds.</summary>
public abstract record StepEvent
{
    private StepEvent() { }

    /// <summary>A step went from one status to another; raises the cell's version.</summary>
    /// <param name="From">Status before.</param>
    /// <param name="To">Status after.</param>
    /// <param name="Basis">What it rests on.</param>
    public sealed record StatusChanged(StepStatus From, StepStatus To, Basis Basis) : StepEvent
    {
        /// <summary>Why it does not move, when <see cref="To"/> is blocked.</summary>
        public Blocker? Blocker { get; init; }

        /// <summary>The source names no step, only that the system is under way: this step is our assumption.</summary>
        public bool Assumed { get; init; }

        /// <summary>How exactly the source dates it.</summary>
        public DatePrecision Precision { get; init; }

        /// <summary>Done before what gates it ("ngoài trình tự"); only a correction with a document does this.</summary>
        public bool OutOfOrder { get; init; }

        /// <summary>The document it rests on, if any.</summary>
        public DocumentReference? Document { get; init; }

        /// <summary>Taken over by one confirmation from the phase before.</summary>
        public bool TakenOver { get; init; }

        /// <summary>Hashes of the files given with it.</summary>
        public ValueList<string> Files { get; init; } = [];
    }

    /// <summary>Somebody said something about a step, or added evidence; status and version stay.</summary>
    /// <param name="Files">Hashes of the files.</param>
    public sealed record Commented(ValueList<string> Files) : StepEvent
    {
        /// <summary>The status that stays.</summary>
        public StepStatus Status { get; init; }
    }

    /// <summary>One of several confirmers confirmed; the status stays.</summary>
    /// <param name="Agency">Who.</param>
    public sealed record PartlyConfirmed(string Agency) : StepEvent
    {
        /// <summary>The status that stays.</summary>
        public StepStatus Status { get; init; }
    }

    /// <summary>The monitor looked at a report and results that do not agree, and lets the status stand (rule 3); the reason is the note.</summary>
    /// <param name="Verification">What the probes saw then.</param>
    public sealed record Upheld(VerificationState Verification) : StepEvent
    {
        /// <summary>The status that stays.</summary>
        public StepStatus Status { get; init; }
    }

    /// <summary>Verification passed a threshold; the status stays.</summary>
    /// <param name="From">Verification before, null when there was none.</param>
    /// <param name="To">Verification after.</param>
    /// <param name="FaultMark">Whose fault, when failing or not observable.</param>
    public sealed record VerificationChanged(VerificationState? From, VerificationState To, FaultMark? FaultMark) : StepEvent
    {
        /// <summary>The status that stays (rule 8: from = to).</summary>
        public StepStatus Status { get; init; }
    }

    /// <summary>A published source speaks of the participant's whole phase: from here on an unreported step is not started, not unknown.</summary>
    /// <param name="Document">The source.</param>
    /// <param name="Precision">How exactly it is dated.</param>
    public sealed record SourceStated(DocumentReference? Document, DatePrecision Precision) : StepEvent;

    /// <summary>The participant's service was opened, interrupted or said not to run yet.</summary>
    /// <param name="From">State before, null when nothing was known.</param>
    /// <param name="To">State after.</param>
    /// <param name="Basis">What it rests on.</param>
    public sealed record ServiceChanged(ServiceState? From, ServiceState To, Basis Basis) : StepEvent;

    /// <summary>The participant allowed that its addresses are probed, wants a pause, goes on, or takes it back.</summary>
    /// <param name="From">What it said before, null when nothing.</param>
    /// <param name="To">What it says now.</param>
    public sealed record ProbingChanged(ProbingConsent? From, ProbingConsent To) : StepEvent;

    /// <summary>A figure of the participant was stated, corrected or withdrawn.</summary>
    /// <param name="Measure">Key of the measure.</param>
    /// <param name="From">The first day it speaks of.</param>
    /// <param name="To">The last day it speaks of.</param>
    /// <param name="Value">The figure; null when it is withdrawn: from then on there is none, which is never zero.</param>
    public sealed record FigureStated(string Measure, DateOnly From, DateOnly To, decimal? Value) : StepEvent
    {
        /// <summary>The days it speaks of.</summary>
        public FigurePeriod Period => new(From, To);

        /// <summary>What it rests on.</summary>
        public Basis Basis { get; init; } = Basis.Report;

        /// <summary>How exactly the source dates it.</summary>
        public DatePrecision Precision { get; init; }

        /// <summary>The document it rests on, if any.</summary>
        public DocumentReference? Document { get; init; }

        /// <summary>Hashes of the files given with it.</summary>
        public ValueList<string> Files { get; init; } = [];
    }
}
