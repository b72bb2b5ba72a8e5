using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Maps;
using Rollout.Core.Programmes;
using Rollout.Core.Trends;

namespace Rollout.Core.Reports;

/// <summary>What a progress report is filled with.</summary>
/// <param name="Board">The board as of the instant.</param>
/// <param name="Phase">The phase.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Trend">The days until then.</param>
/// <param name="Outline">The outlines of its map; null where the programme has none.</param>
public sealed record ProgressFacts(Board Board, Phase Phase, DateTimeOffset AsOf, ImmutableArray<TrendPoint> Trend, MapOutline? Outline);
