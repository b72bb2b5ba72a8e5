using System.Collections.Frozen;

namespace Rollout.Core.Programmes;

/// <summary>Reads whom a step concerns. Whether the codes are anybody's is asked here where the participants are known, and otherwise where the programmes meet them.</summary>
/// <param name="steps">Keys of the steps.</param>
/// <param name="known">Codes of those who take part; null when they are not known.</param>
internal sealed class ApplicabilityReader(IReadOnlyCollection<string> steps, IReadOnlyCollection<string>? known)
{
    private readonly List<string> _read = [];

    /// <summary>Reads it, and remembers the step for those that follow: a step may only rest on an earlier one, so that no circle can arise.</summary>
    public Applicability? Read(YamlSection step, string key)
    {
        var applies = step.Section("applies", required: false) is { } s ? Read(s) : null;
        _read.Add(key);
        return applies;
    }

    private Applicability Read(YamlSection s)
    {
        var (after, with) = (Earlier(s, "after"), Earlier(s, "with"));
        var (only, except) = (Codes(s, "participants"), Codes(s, "except"));
        var open = s.Flag("open");
        if (only is not null && except is not null) s.WrongHere("yaml.onlyOrExcept");
        else if (after is null && with is null && only is null && except is null && !Has("after") && !Has("with")) s.WrongHere("yaml.concerns");
        if (open && only is null) s.Wrong(s.Node("open")!, "yaml.openNames");
        s.Finish();
        return new(after, with, only, except ?? FrozenSet<string>.Empty, open);

        bool Has(string key) => s.Node(key, required: false) is not null;
    }

    private string? Earlier(YamlSection s, string key)
    {
        if (s.Node(key, required: false) is not { } at) return null;
        var word = s.Known(at, steps);
        if (word.Length == 0) return null;
        if (_read.Contains(word)) return word;
        s.Wrong(at, "yaml.earlierStep", word);
        return null;
    }

    private FrozenSet<string>? Codes(YamlSection s, string key)
    {
        if (s.Node(key, required: false) is not { } at) return null;
        var codes = s.Words(key);
        if (codes.IsEmpty || codes.Any(c => c.Length == 0)) s.Wrong(at, "yaml.missing", key);
        else if (known is not null) s.KnownList(key, known);
        return codes.ToFrozenSet(StringComparer.Ordinal);
    }
}
