using System.Collections.Frozen;
using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads the rows of the status lists with their rules over systems, steps and measures.</summary>
internal sealed class StatusListReader(IReadOnlyCollection<string> systems, IReadOnlyCollection<string> steps, IReadOnlyCollection<string> measures)
{
    // The two words of a rule that are no system.
    private const string Steps = "steps", Measure = "measure";

    public StatusListDefinition Read(YamlSection s)
    {
        var where = s.Section("where");
        var rules = new Dictionary<string, ImmutableArray<ConnectionStatus>>(StringComparer.Ordinal);
        var ofSteps = FrozenDictionary<string, ImmutableArray<StepWord>>.Empty;
        ImmutableArray<MeasureRule> ofMeasures = [];
        foreach (var (key, keyNode, value) in where?.Pairs() ?? [])
            if (key == Steps) ofSteps = OfSteps(where!.Section(value));
            else if (key == Measure) ofMeasures = OfMeasures(where!.Section(value));
            else rules[s.Known(keyNode, systems)] = Choices(s, value, ConnectionStatus.NotStarted);
        return new(s.Number("number"), s.Text("title"), rules.ToFrozenDictionary(StringComparer.Ordinal)) { Steps = ofSteps, Measures = ofMeasures };
    }

    private FrozenDictionary<string, ImmutableArray<StepWord>> OfSteps(YamlSection s)
    {
        var rules = new Dictionary<string, ImmutableArray<StepWord>>(StringComparer.Ordinal);
        foreach (var (_, keyNode, value) in s.Pairs()) rules[s.Known(keyNode, steps)] = Choices(s, value, StepWord.NotStarted);
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ImmutableArray<MeasureRule> OfMeasures(YamlSection s)
    {
        var rules = ImmutableArray.CreateBuilder<MeasureRule>();
        foreach (var (_, keyNode, value) in s.Pairs())
        {
            var (measure, text) = (s.Known(keyNode, measures), (value as YamlScalarNode)?.Value?.Trim() ?? "");
            if (MeasureRule.Parse(measure, text) is { } rule) rules.Add(rule);
            else s.Wrong(value, "yaml.measureRule", text);
        }
        return rules.ToImmutable();
    }

    /// <summary>One word or several of which one must be true.</summary>
    private static ImmutableArray<T> Choices<T>(YamlSection s, YamlNode value, T fallback) where T : struct, Enum =>
        [.. (value is YamlSequenceNode list ? list.Children : [value]).Select(v => s.Choice(v, fallback))];
}
