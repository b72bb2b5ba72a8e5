using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>On whom a step waits, since when, and how long that is.</summary>
/// <param name="On">Who must act next; nobody when it is done.</param>
/// <param name="Since">Since when; null where no entry dates it.</param>
/// <param name="For">How long, at the instant looked at; null where no entry dates it.</param>
public sealed record Waiting(ImmutableArray<string> On, DateTimeOffset? Since, TimeSpan? For)
{
    /// <summary>On whom a step waits at an instant.</summary>
    public static Waiting Of(StepDefinition step, StepState cell, DateTimeOffset asOf)
    {
        var on = Attention.WaitsOn(step, cell);
        return on.IsEmpty || cell.Since is not { } since ? new(on, null, null) : new(on, since, since < asOf ? asOf - since : TimeSpan.Zero);
    }
}
