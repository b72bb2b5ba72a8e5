using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Measures;

/// <summary>A participant's place in a ranking.</summary>
/// <param name="Rank">The place, from 1; equal figures share one, and the next place is left out for each of them.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Value">The figure.</param>
/// <param name="Fact">What it rests on and since when.</param>
public sealed record RankedFigure(int Rank, Participant Participant, decimal Value, FigureFact Fact);
