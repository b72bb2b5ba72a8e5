using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads what is counted per participant and period.</summary>
internal static class MeasureReader
{
    private const int MostDecimals = 6;
    private const int UsualDecimalsOfShares = 2;

    /// <summary>Reads the measures.</summary>
    /// <param name="root">The programme file.</param>
    /// <param name="agencies">Keys of the agencies.</param>
    /// <param name="documents">Keys of the documents.</param>
    /// <param name="keys">Keys of the measures themselves.</param>
    public static ImmutableArray<MeasureDefinition> Read(YamlSection root, ImmutableArray<string> agencies, IReadOnlyCollection<string> documents, ImmutableArray<string> keys)
    {
        var measures = ImmutableArray.CreateBuilder<MeasureDefinition>();
        foreach (var s in root.Sections("measures", required: false))
        {
            measures.Add(Measure(s, agencies, documents, keys));
            s.Finish();
        }
        return measures.ToImmutable();
    }

    private static MeasureDefinition Measure(YamlSection s, ImmutableArray<string> agencies, IReadOnlyCollection<string> documents, ImmutableArray<string> keys)
    {
        var title = s.Text("title");
        var unit = s.Choice("unit", MeasureUnit.Count);
        var most = MeasureDefinition.MostOf(unit);
        return new(
            s.Word("key"), title, s.Text("short", title), unit, s.Text("of"), Decimals(s, unit), s.Choice("better", BetterWhen.Higher), s.Known("source", documents))
        {
            Thresholds = Thresholds(s, most),
            Sums = Sums(s, unit),
            Target = s.Amount("target", 0, most, required: false),
            TargetFrom = TargetFrom(s, keys),
            ReportedBy = s.KnownList("reportedBy", agencies.Add(StepDefinition.Participant), required: false),
        };
    }

    /// <summary>Another measure that says what each should reach: beside a target for all, neither could be believed.</summary>
    private static string? TargetFrom(YamlSection s, ImmutableArray<string> keys)
    {
        if (s.OptionalKnown("targetFrom", keys) is not { Length: > 0 } from) return null;
        if (s.OptionalWord("target") is not null || from == s.OptionalWord("key")) s.Wrong(s.Node("targetFrom")!, "yaml.targetFrom");
        return from;
    }

    private static int Decimals(YamlSection s, MeasureUnit unit)
    {
        var usual = unit == MeasureUnit.Percent ? UsualDecimalsOfShares : 0;
        if (s.Node("decimals", required: false) is not { } at) return usual;
        var text = s.OptionalWord("decimals") ?? "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= MostDecimals) return decimals;
        s.Wrong(at, "yaml.decimals", text, $"{MostDecimals}");
        return usual;
    }

    private static ImmutableArray<decimal> Thresholds(YamlSection s, decimal most)
    {
        if (s.Node("thresholds", required: false) is not { } at) return [];
        var thresholds = ImmutableArray.CreateBuilder<decimal>();
        foreach (var item in at is YamlSequenceNode list ? list.Children : [at])
        {
            if (s.Amount(item, 0, most) is not { } threshold) continue;
            if (thresholds.Count > 0 && threshold <= thresholds[^1]) s.Wrong(item, "yaml.ascending", ExactNumber.Of(threshold), ExactNumber.Of(thresholds[^1]));
            thresholds.Add(threshold);
        }
        return thresholds.ToImmutable();
    }

    /// <summary>The shares of provinces added up are no share of anything.</summary>
    private static bool Sums(YamlSection s, MeasureUnit unit)
    {
        if (s.OptionalWordOf("total", ["none", "sum"]) != "sum") return false;
        if (unit == MeasureUnit.Percent) s.Wrong(s.Node("total")!, "yaml.totalOfShares");
        return true;
    }
}
