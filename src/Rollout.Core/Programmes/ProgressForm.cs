using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of the progress report; the places of its sentences stand in braces.</summary>
/// <param name="Title">The title, in capitals.</param>
/// <param name="State">Of which phase and when: <c>{phase} {asOf}</c>.</param>
/// <param name="Service">Head of the service.</param>
/// <param name="ServiceState">Where it stands: <c>{service} {interrupted} {open} {total}</c>.</param>
/// <param name="ServiceSince">How long the longest interruption lasts: <c>{since} {days}</c>.</param>
/// <param name="Systems">Head of the connections.</param>
/// <param name="SystemState">Where one stands: <c>{system} {completed} {inProgress} {notStarted} {unknown} {total}</c>.</param>
/// <param name="StepsState">Where the steps stand: <c>{done} {steps} {endToEnd} {total}</c>.</param>
/// <param name="Map">What the map shows: <c>{asOf}</c>.</param>
/// <param name="MapNote">What stands under every map.</param>
/// <param name="Islands">Whose the islands are, beside their name: <c>{participant}</c>.</param>
/// <param name="Course">Head of the trend.</param>
/// <param name="TrendNote">What stands under it.</param>
/// <param name="TrendEstimate">An estimate: <c>{system} {earliest} {latest}</c>.</param>
/// <param name="TrendOpen">An estimate without an end: <c>{system} {earliest}</c>.</param>
/// <param name="Regions">Head of the regions.</param>
/// <param name="RegionColumns">Two heads, region and how many, and one for each system: <c>{system}</c>.</param>
/// <param name="All">The row of all regions.</param>
/// <param name="Stuck">Head of what does not move.</param>
/// <param name="NothingStuck">What stands there when everything moves.</param>
/// <param name="StuckMore">How many more there are: <c>{count}</c>.</param>
/// <param name="StuckColumns">Six heads: number, participant, step, why, who must act, since.</param>
public sealed record ProgressForm(
    LocalizedText Title, LocalizedText State, LocalizedText Service, LocalizedText ServiceState, LocalizedText ServiceSince, LocalizedText Systems,
    LocalizedText SystemState, LocalizedText StepsState, LocalizedText Map, LocalizedText MapNote, LocalizedText Islands, LocalizedText Course,
    LocalizedText TrendNote, LocalizedText TrendEstimate, LocalizedText TrendOpen, LocalizedText Regions, ImmutableArray<LocalizedText> RegionColumns,
    LocalizedText All, LocalizedText Stuck, LocalizedText NothingStuck, LocalizedText StuckMore, ImmutableArray<LocalizedText> StuckColumns);
