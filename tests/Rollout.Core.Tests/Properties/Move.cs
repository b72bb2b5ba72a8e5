using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Properties;

/// <summary>
/// One move of a story, before it meets the board: which cell, and what is tried. Relative to the board as it stands then, so that any subset
/// of a story's moves is a story too and failures shrink.
/// </summary>
/// <param name="Minutes">How long after the move before.</param>
/// <param name="Code">Whose cell.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Step">Its step.</param>
internal abstract record Move(int Minutes, string Code, string Phase, string Step)
{
    /// <summary>Somebody wants a status.</summary>
    /// <param name="Who">Kind of person, see <see cref="Cast"/>.</param>
    /// <param name="To">What they want.</param>
    /// <param name="Note">Whether they say why, and on whom it waits.</param>
    /// <param name="Document">Whether they show a document.</param>
    /// <param name="Behind">How many versions behind the cell they are.</param>
    /// <param name="Back">How many minutes back it is said to hold since; negative in the future, null unsaid.</param>
    internal sealed record Wish(
        int Minutes, string Code, string Phase, string Step, int Who, StepStatus To, bool Note, bool Document, int Behind, int? Back)
        : Move(Minutes, Code, Phase, Step);

    /// <summary>Every confirmer of a part confirms every step of it: the straight way to done.</summary>
    internal sealed record Finish(int Minutes, string Code, string Phase, string Step) : Move(Minutes, Code, Phase, Step);

    /// <summary>The account of an agency that may both reports and at once confirms: alone, which it may not.</summary>
    internal sealed record Alone(int Minutes, string Code, string Phase, string Step) : Move(Minutes, Code, Phase, Step);

    /// <summary>What is done is blocked by the monitor and comes back.</summary>
    internal sealed record Relapse(int Minutes, string Code, string Phase, string Step) : Move(Minutes, Code, Phase, Step);

    /// <summary>Somebody says something about a step.</summary>
    /// <param name="Who">Kind of person.</param>
    /// <param name="WithFile">Whether a file comes with it.</param>
    internal sealed record Remark(int Minutes, string Code, string Phase, string Step, int Who, bool WithFile) : Move(Minutes, Code, Phase, Step);

    /// <summary>The probes say something.</summary>
    internal sealed record Sight(int Minutes, string Code, string Phase, string Step, VerificationState Seen, int Passes, bool Regressed)
        : Move(Minutes, Code, Phase, Step);

    /// <summary>An import says something of a step.</summary>
    internal sealed record Import(int Minutes, string Code, string Phase, string Step, StepStatus Status, int Back)
        : Move(Minutes, Code, Phase, Step);

    /// <summary>A source speaks of a phase.</summary>
    internal sealed record Source(int Minutes, string Code, string Phase, string Step, int Back) : Move(Minutes, Code, Phase, Step);

    /// <summary>Somebody says what the service does.</summary>
    internal sealed record Service(int Minutes, string Code, string Phase, string Step, ServiceState State, int Who, int? Back)
        : Move(Minutes, Code, Phase, Step);
}
