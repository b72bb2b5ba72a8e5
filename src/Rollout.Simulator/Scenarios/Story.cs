namespace Rollout.Simulator;

/// <summary>One cell whose moments are told, not drawn. Moments earlier than what must come before them are moved behind it.</summary>
internal sealed record Story(
    string Participant,
    string Environment,
    string Step,
    DateTimeOffset? Start = null,
    StoryBlock? Block = null,
    DateTimeOffset? Up = null,
    DateTimeOffset? Report = null,
    StoryReturn? Return = null,
    DateTimeOffset? Confirm = null);

internal sealed record StoryBlock(DateTimeOffset At, string Reason, DateTimeOffset? Until = null);

/// <summary>The confirmer sends the report back <paramref name="At"/>, and it is made anew <paramref name="Again"/>.</summary>
internal sealed record StoryReturn(DateTimeOffset At, string Note, DateTimeOffset Again);
