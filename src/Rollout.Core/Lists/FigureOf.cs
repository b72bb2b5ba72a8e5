using Rollout.Core.Participants;

namespace Rollout.Core.Lists;

/// <summary>The figure of a participant that counts for the lists at the instant that is looked at; null where there is none, which is not zero.</summary>
/// <param name="participant">Whose.</param>
/// <param name="measure">Key of the measure.</param>
public delegate decimal? FigureOf(Participant participant, string measure);
