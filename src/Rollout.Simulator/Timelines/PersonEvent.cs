namespace Rollout.Simulator;

/// <summary>
/// What a person does at an instant. <paramref name="Actor"/> is <c>participant</c> or an agency's key; <paramref name="Action"/> one of
/// report, confirm, return, block, unblock, start, openService, interruptService. The last two concern no step: theirs is empty.
/// </summary>
public sealed record PersonEvent(
    DateTimeOffset At, string Participant, string Environment, string Step, string Actor, string Action, string? Note, string? BlockedOn,
    string? BlockedKind);
