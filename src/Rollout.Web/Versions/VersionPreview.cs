using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Versions;

namespace Rollout.Web.Versions;

/// <summary>What would come of keeping a version: its mistakes, or what it changes.</summary>
/// <param name="Programme">The programme as it reads; null when there is a mistake.</param>
/// <param name="Mistakes">All mistakes at once.</param>
/// <param name="Difference">What it says differently; null when there is a mistake.</param>
/// <param name="Effect">What it makes of the entries that there are; null when there is a mistake.</param>
/// <param name="After">The number of the newest version that is kept; 0 when there is none.</param>
/// <param name="IsNew">Whether no programme of this key is served.</param>
public sealed record VersionPreview(
    Programme? Programme, ImmutableArray<QuotedMistake> Mistakes, VersionDifference? Difference, LedgerEffect? Effect, int After, bool IsNew);
