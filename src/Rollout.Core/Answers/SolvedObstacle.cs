using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Answers;

/// <summary>An obstacle that was overcome: what somebody said when a step was blocked, and what was said when it went on.</summary>
/// <param name="Opened">The entry that blocked the step.</param>
/// <param name="Closed">The entry that ended it.</param>
public sealed record SolvedObstacle(LedgerEntry Opened, LedgerEntry Closed)
{
    /// <summary>Whose step.</summary>
    public ParticipantId Participant => Opened.Participant;

    /// <summary>Phase of the cell.</summary>
    public string Phase => Opened.Phase!;

    /// <summary>Number of the step.</summary>
    public string Step => Opened.Step!;

    /// <summary>What held it up, and on whom it waited.</summary>
    public Blocker Blocker => ((StepEvent.StatusChanged)Opened.Event).Blocker!;

    /// <summary>How long it lasted.</summary>
    public TimeSpan Lasted => Closed.At - Opened.At;
}
