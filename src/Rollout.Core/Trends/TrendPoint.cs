using System.Collections.Immutable;
using Rollout.Core.Boards;

namespace Rollout.Core.Trends;

/// <summary>Where the country stood at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Systems">Counts by system, in the programme's order.</param>
/// <param name="StepsDone">Cells done in the phase.</param>
public sealed record TrendPoint(DateOnly Day, ImmutableArray<SystemCount> Systems, int StepsDone);
