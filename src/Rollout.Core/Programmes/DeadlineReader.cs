using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>Reads until when things are due, of a programme and of its steps.</summary>
internal sealed class DeadlineReader(ImmutableArray<string> phases, ImmutableArray<string> documents)
{
    /// <summary>How many working days ahead a deadline is soon, when the file does not say.</summary>
    public const int UsuallySoon = 5;

    /// <summary>What the whole programme is due, and within how many working days that is soon.</summary>
    public (DueTerms Whole, int SoonWithin) ReadWhole(YamlSection root)
    {
        if (root.Section("deadlines", required: false) is not { } s) return (DueTerms.None, UsuallySoon);
        var read = (Terms(s, "whole"), s.Number("soonWithin", UsuallySoon));
        s.Finish();
        return read;
    }

    /// <summary>The terms under a key: a deadline, or one for each phase that has any.</summary>
    public DueTerms Terms(YamlSection owner, string key)
    {
        if (owner.Section(key, required: false) is not { } s) return DueTerms.None;
        if (!phases.Any(p => s.Node(p, required: false) is not null)) return new(Single(s), FrozenDictionary<string, Deadline>.Empty);
        var byPhase = new Dictionary<string, Deadline>(StringComparer.Ordinal);
        foreach (var (_, keyNode, value) in s.Pairs())
        {
            var deadline = Single(s.Section(value));
            if (s.Known(keyNode, phases) is { Length: > 0 } phase && deadline is not null) byPhase[phase] = deadline;
        }
        return new(null, byPhase.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private Deadline? Single(YamlSection s)
    {
        var (before, by) = (s.Node("before", required: false), s.Node("by", required: false));
        var source = s.OptionalKnown("source", documents);
        if ((before is null) == (by is null)) s.WrongHere("yaml.beforeOrBy");
        var (earlier, latest) = (s.Day("before"), s.Day("by"));
        s.Finish();
        return (earlier ?? latest) is { } date ? new(date, earlier is not null, source) : null;
    }
}
