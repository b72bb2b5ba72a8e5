namespace Rollout.Core.Participants;

/// <summary>A name and kind that a participant took later: a province that became a city.</summary>
/// <param name="Name">The name as official lists print it from then on.</param>
/// <param name="Kind">What it is from then on.</param>
/// <param name="From">The first day it bears them.</param>
public sealed record ParticipantName(string Name, string Kind, DateOnly From);
