using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>
/// Something that is counted per participant and period, beside its steps: a share of dossiers, a number of books. A participant without a
/// figure has none, which is never zero.
/// </summary>
/// <param name="Key">Key by which the ledger refers to it.</param>
/// <param name="Title">What is counted, in full.</param>
/// <param name="Short">The same for the head of a column.</param>
/// <param name="Unit">What its figures are.</param>
/// <param name="Things">The things counted ("hồ sơ").</param>
/// <param name="Decimals">The most decimals that are taken and shown.</param>
/// <param name="Better">Which way the figures should go.</param>
/// <param name="Source">Key of the document that asks for it.</param>
public sealed record MeasureDefinition(
    string Key, LocalizedText Title, LocalizedText Short, MeasureUnit Unit, LocalizedText Things, int Decimals, BetterWhen Better, string Source)
{
    /// <summary>The most that any count can be: sums over a country stay exact.</summary>
    public const decimal MostCounted = 1_000_000_000_000_000m;

    /// <summary>Where the shades of a map change and what lists speak of ("trên 20 %"), ascending.</summary>
    public ImmutableArray<decimal> Thresholds { get; init; } = [];

    /// <summary>Whether a total over participants means anything; that of shares never does.</summary>
    public bool Sums { get; init; }

    /// <summary>What each participant should reach; null where nothing is said.</summary>
    public decimal? Target { get; init; }

    /// <summary>Key of the measure whose figure each participant should reach, where everybody has an own target; null where not.</summary>
    public string? TargetFrom { get; init; }

    /// <summary>Who states its figures beside the monitor: <c>participant</c> and agency keys.</summary>
    public ImmutableArray<string> ReportedBy { get; init; } = [];

    /// <summary>The most a figure can be; the least is zero.</summary>
    public decimal Most => MostOf(Unit);

    /// <summary>How many thresholds a figure is above: 0 up to their number.</summary>
    public int BandOf(decimal value) => Thresholds.Count(t => value > t);

    /// <summary>Whether a figure reaches the target; null where there is none.</summary>
    public bool? Reaches(decimal value) => Target is { } target ? Reaches(value, target) : null;

    /// <summary>Whether a figure reaches a target.</summary>
    public bool Reaches(decimal value, decimal target) => Better == BetterWhen.Lower ? value <= target : value >= target;

    /// <summary>Why a number is no figure of this measure; null when it is one.</summary>
    public Message? Refuse(decimal value)
    {
        if (value < 0 || value > Most) return Message.Of(Unit == MeasureUnit.Percent ? "figure.percent" : "figure.count", ExactNumber.Of(value));
        return ExactNumber.DecimalsOf(value) > Decimals ? Message.Of("figure.decimals", ExactNumber.Of(value), $"{Decimals}") : null;
    }

    internal static decimal MostOf(MeasureUnit unit) => unit == MeasureUnit.Percent ? 100 : MostCounted;
}
