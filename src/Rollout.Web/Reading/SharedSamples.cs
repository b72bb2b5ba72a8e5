using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Storage.Samples;

namespace Rollout.Web.Reading;

/// <summary>
/// The latest results of all targets, for everybody who looks: read whole once a minute, in between only what is new. Those who come while it
/// is read wait for it.
/// </summary>
/// <param name="samples">Reads them.</param>
/// <param name="time">By whose time they grow old.</param>
public sealed class SharedSamples(SampleReader samples, TimeProvider time)
{
    /// <summary>Results of each that are usually new since the last reading, at most.</summary>
    private const int Few = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Whole = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The latest results of each probe at each target of a programme, newest first.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="targets">Numbers of its targets.</param>
    /// <param name="count">How many of each; always the same.</param>
    public FrozenDictionary<(long Target, string Probe), ImmutableArray<ProbeSample>> Of(string programme, ImmutableArray<long> targets, int count)
    {
        lock (_gate)
        {
            var kept = _kept.GetValueOrDefault(programme);
            if (kept is not null && time.GetElapsedTime(kept.ReadAt) < Fresh) return kept.Marks;
            var now = time.GetTimestamp();
            // Now and then all of it: a result that turned out to be somebody else's fault is written anew.
            kept = kept is null || time.GetElapsedTime(kept.WholeAt) >= Whole
                ? new(By(samples.Latest(targets, count)), now, now)
                : kept with { Marks = Newer(kept.Marks, targets, count), ReadAt = now };
            _kept[programme] = kept;
            return kept.Marks;
        }
    }

    private FrozenDictionary<(long, string), ImmutableArray<ProbeSample>> Newer(
        FrozenDictionary<(long, string), ImmutableArray<ProbeSample>> before, ImmutableArray<long> targets, int count)
    {
        var all = new Dictionary<(long Target, string Probe), ImmutableArray<ProbeSample>>();
        var gaps = new HashSet<long>();
        foreach (var (key, latest) in By(samples.Latest(targets, Few)))
        {
            var known = before.GetValueOrDefault(key, []);
            var newest = known.IsEmpty ? DateTimeOffset.MinValue : known[0].At;
            var added = latest.TakeWhile(s => s.At > newest).ToList();
            // If all of them are new there may be more between them and what is known.
            if (added.Count == Few) gaps.Add(key.Target);
            all[key] = added.Count == 0 ? known : [.. added.Concat(known).Take(count)];
        }
        if (gaps.Count > 0)
            foreach (var (key, latest) in By(samples.Latest(gaps, count))) all[key] = latest;
        return all.ToFrozenDictionary();
    }

    private static FrozenDictionary<(long Target, string Probe), ImmutableArray<ProbeSample>> By(IReadOnlyList<ProbeSample> list) =>
        list.GroupBy(s => (s.Target, s.Probe)).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    private sealed record Kept(FrozenDictionary<(long Target, string Probe), ImmutableArray<ProbeSample>> Marks, long ReadAt, long WholeAt);
}
