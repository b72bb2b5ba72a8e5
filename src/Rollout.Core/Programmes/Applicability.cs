using System.Collections.Frozen;

namespace Rollout.Core.Programmes;

/// <summary>
/// Whom a step concerns. What does not concern a participant is neither done nor missing there: it counts in no denominator and cannot be
/// reported. All that is said must hold.
/// </summary>
/// <param name="After">An earlier step of the same phase that must be done first: only then is this one tracked; null when none.</param>
/// <param name="With">An earlier step whose participants these are; null when none.</param>
/// <param name="Only">Codes of those it concerns; null for everybody.</param>
/// <param name="Except">Codes of those it does not concern.</param>
/// <param name="Open">Whether others join those named by beginning it: a source may name some and count the rest.</param>
public sealed record Applicability(string? After, string? With, FrozenSet<string>? Only, FrozenSet<string> Except, bool Open)
{
    /// <summary>The codes it names one way or the other.</summary>
    public IEnumerable<string> Codes => (Only ?? FrozenSet<string>.Empty).Concat(Except).Order(StringComparer.Ordinal);

    /// <summary>Whether it names a participant, or names nobody and leaves it in.</summary>
    /// <param name="code">The participant's code.</param>
    public bool Names(string code) => (Only is null || Only.Contains(code)) && !Except.Contains(code);
}
