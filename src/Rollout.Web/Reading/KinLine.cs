using Rollout.Core.Participants;
using Rollout.Core.Standings;

namespace Rollout.Web.Reading;

/// <summary>A participant in another programme: the same one, its successor, or a part of it.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Participant">The participant as it takes part there.</param>
/// <param name="Stands">How its row there stands.</param>
public sealed record KinLine(KinKind Kind, Participant Participant, ProgrammeStanding Stands);
