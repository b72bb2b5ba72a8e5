using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>A cell of the board: one step of one participant in one phase, folded from its entries.</summary>
public sealed record StepState
{
    /// <summary>A cell nobody has said anything about.</summary>
    public static StepState Initial { get; } = new();

    /// <summary>Its status.</summary>
    public StepStatus Status { get; init; }

    /// <summary>What the status rests on; null before the first entry.</summary>
    public Basis? Basis { get; init; }

    /// <summary>Since when the status holds.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Number of its status-changing entries: what an author must have seen to change it.</summary>
    public int Version { get; init; }

    /// <summary>The source did not name this step; see <see cref="StepEvent.StatusChanged.Assumed"/>.</summary>
    public bool Assumed { get; init; }

    /// <summary>How exactly <see cref="Since"/> is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Why it does not move, while blocked.</summary>
    public Blocker? Blocker { get; init; }

    /// <summary>Done before what gates it.</summary>
    public bool OutOfOrder { get; init; }

    /// <summary>The document the last change rests on.</summary>
    public DocumentReference? Document { get; init; }

    /// <summary>Who made the last report, while it waits for confirmation.</summary>
    public Actor? ReportedBy { get; init; }

    /// <summary>Agencies that have confirmed in part, while others are missing.</summary>
    public ImmutableArray<string> Confirmed { get; init; } = [];

    /// <summary>What the probes see; null when no probe looks.</summary>
    public VerificationState? Verification { get; init; }

    /// <summary>Since when they see it.</summary>
    public DateTimeOffset? VerifiedSince { get; init; }

    /// <summary>Whose fault, when they see one.</summary>
    public FaultMark? FaultMark { get; init; }

    /// <summary>When the monitor let the status stand though the results said otherwise; null when never, or when either has changed since.</summary>
    public DateTimeOffset? UpheldAt { get; init; }

    /// <summary>The latest <c>at</c> of its entries but comments; no later entry may lie before it.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The latest of its entries but comments; 0 when there is none.</summary>
    public long LastSeq { get; init; }

    /// <summary>The latest of its comments; 0 when there is none. Apart, since a comment may hold later than an entry written after it (rule 7).</summary>
    public long CommentSeq { get; init; }

    /// <summary>The latest of all its entries; 0 when there is none.</summary>
    public long LatestSeq => Math.Max(LastSeq, CommentSeq);

    /// <summary>The status it counts as in the lists: the one it came from while blocked.</summary>
    public StepStatus CountsAs => Blocker?.From ?? Status;

    /// <summary>How many comments and pieces of evidence there are beside its changes.</summary>
    public int Comments { get; init; }

    /// <summary>Whether any entry says where it stands; a comment alone does not.</summary>
    public bool HasEntries => LastAt is not null;

    /// <summary>The cell after an event. Never refuses; an event it does not know is a bug.</summary>
    public StepState Evolve(StepEvent happened, Actor by, DateTimeOffset at, long seq) => happened switch
    {
        StepEvent.StatusChanged changed => Change(changed, by, at) with { LastAt = at, LastSeq = seq },
        StepEvent.PartlyConfirmed partly => this with { Confirmed = Confirmed.Add(partly.Agency), LastAt = at, LastSeq = seq },
        StepEvent.Upheld => this with { UpheldAt = at, LastAt = at, LastSeq = seq },
        // What is said of a state is no part of it: a report may still be dated before it.
        StepEvent.Commented => this with { Comments = Comments + 1, CommentSeq = seq },
        StepEvent.VerificationChanged seen => this with
        {
            Verification = seen.To,
            VerifiedSince = at,
            UpheldAt = null,
            FaultMark = seen.FaultMark,
            LastAt = at,
            LastSeq = seq,
        },
        _ => throw new InvalidOperationException($"A step cannot evolve by {happened.GetType().Name}."),
    };

    private StepState Change(StepEvent.StatusChanged changed, Actor by, DateTimeOffset at) => this with
    {
        Status = changed.To,
        Basis = changed.Basis,
        Since = at,
        Version = Version + 1,
        UpheldAt = null,
        Assumed = changed.Assumed,
        Precision = changed.Precision,
        Blocker = changed.Blocker,
        OutOfOrder = changed.OutOfOrder,
        Document = changed.Document,
        // A report, an obstacle and its end take back no confirmation that was given; a return, a correction and being done begin anew.
        Confirmed = changed.Basis == Steps.Basis.Report && (changed.To is StepStatus.Reported or StepStatus.Blocked || changed.From == StepStatus.Blocked) ? Confirmed : [],
        ReportedBy = changed.To == StepStatus.Reported ? (changed.From == StepStatus.Blocked ? ReportedBy ?? by : by)
            : changed.To == StepStatus.Blocked ? ReportedBy : null,
    };
}
