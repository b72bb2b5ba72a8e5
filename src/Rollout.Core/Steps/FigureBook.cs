using System.Collections.Immutable;
using Rollout.Core.Calendar;

namespace Rollout.Core.Steps;

/// <summary>The figures of one participant: by measure and period what was said last. Immutable.</summary>
public sealed class FigureBook
{
    private static readonly ImmutableSortedDictionary<FigurePeriod, FigureFact> Unsaid =
        ImmutableSortedDictionary.Create<FigurePeriod, FigureFact>(FigurePeriod.Order);

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<FigurePeriod, FigureFact>> _facts;

    private FigureBook(ImmutableSortedDictionary<string, ImmutableSortedDictionary<FigurePeriod, FigureFact>> facts) => _facts = facts;

    /// <summary>Nothing was said.</summary>
    public static FigureBook Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<FigurePeriod, FigureFact>>(StringComparer.Ordinal));

    /// <summary>Whether nothing was ever said.</summary>
    public bool IsEmpty => _facts.IsEmpty;

    /// <summary>All that is said, by measure and period.</summary>
    public IEnumerable<(string Measure, FigurePeriod Period, FigureFact Fact)> All =>
        _facts.SelectMany(m => m.Value.Select(p => (m.Key, p.Key, p.Value)));

    /// <summary>What is said of a measure, by period; what was withdrawn stands there without a value.</summary>
    public IReadOnlyDictionary<FigurePeriod, FigureFact> Of(string measure) => _facts.GetValueOrDefault(measure, Unsaid);

    /// <summary>What is said of a measure and period; null when nothing ever was.</summary>
    public FigureFact? Find(string measure, FigurePeriod period) => _facts.TryGetValue(measure, out var said) ? said.GetValueOrDefault(period) : null;

    /// <summary>The book with something said in the place of what was said of the same measure and period before.</summary>
    public FigureBook With(string measure, FigurePeriod period, FigureFact fact) =>
        new(_facts.SetItem(measure, _facts.GetValueOrDefault(measure, Unsaid).SetItem(period, fact)));

    /// <summary>The book after an event; one that it has already seen changes nothing.</summary>
    public FigureBook Evolve(StepEvent.FigureStated stated, Actor by, DateTimeOffset at, long seq)
    {
        var before = Find(stated.Measure, stated.Period);
        return seq <= before?.LastSeq ? this : With(stated.Measure, stated.Period, new(stated.Value, at, stated.Basis, by, (before?.Version ?? 0) + 1, seq)
        {
            Precision = stated.Precision,
            Document = stated.Document,
        });
    }
}
