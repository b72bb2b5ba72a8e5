using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>What a programme explains of its words, and which of its documents say the words of the product.</summary>
/// <param name="Terms">The programme's own words, in the order of its file.</param>
/// <param name="Sources">Where the programme's documents say a word of the product, by that word.</param>
public sealed record Glossary(ImmutableArray<GlossaryTerm> Terms, FrozenDictionary<string, SourcePlace> Sources)
{
    /// <summary>Nothing explained.</summary>
    public static Glossary Empty { get; } = new([], FrozenDictionary<string, SourcePlace>.Empty);

    /// <summary>The words of the product, which every programme uses: the product explains them, a programme may say which document defines them.</summary>
    public static ImmutableArray<string> ProductWords { get; } =
    [
        "notStarted", "inProgress", "assumed", "reported", "done", "blocked", "unknown", "outOfOrder", "takenOver",
        "basis", "baseline", "correction", "ledger", "connection", "unlisted", "publication",
        "verification", "passing", "failing", "stale", "notObservable", "endpoint", "consent", "faultOwner", "incident", "disagreement",
        "interrupted", "asOf", "knownOn", "estimate", "waitsOn",
    ];
}
