using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Appendices;

/// <summary>Recognises the titles of a programme's lists, in each of its languages, with small slips and with the systems' names written out.</summary>
internal sealed class TitleMatch
{
    private const int Head = 12;
    private readonly ImmutableArray<(StatusListDefinition Definition, string Title)> _titles;

    public TitleMatch(Programme programme) => _titles =
    [
        .. from definition in programme.ListDefinitions
           from title in (string[])[definition.Title.Default, .. definition.Title.Others.Values]
           let folded = Folded.Of(title)
           where folded.Length > 0
           from variant in (string[])[folded, WrittenOut(programme, folded)]
           select (definition, variant),
    ];

    /// <summary>The list whose title is nearest, and how far it is in letters; the one of the number where two are as near.</summary>
    /// <param name="title">What is written.</param>
    /// <param name="number">The number beside it, if it has one.</param>
    public (StatusListDefinition? Definition, int Distance, bool Alike) Nearest(string title, int? number)
    {
        var folded = Folded.Of(title);
        // One much longer or shorter is none, and most texts that are asked about are: names, heads, whole lists.
        var best = _titles.Where(t => Math.Abs(t.Title.Length - folded.Length) <= t.Title.Length / 3).Select(t => (t.Definition, Distance: Wording.Nearest.Distance(folded, t.Title), t.Title.Length))
            .OrderBy(t => t.Distance).ThenBy(t => t.Definition.Number == number ? 0 : 1).FirstOrDefault();
        return best.Definition is null ? (null, int.MaxValue, false) : (best.Definition, best.Distance, best.Distance <= best.Length / 3);
    }

    /// <summary>Letters of the longest title.</summary>
    public int Longest => _titles.Length == 0 ? 0 : _titles.Max(t => t.Title.Length);

    /// <summary>Whether a text, folded, begins with a title.</summary>
    public bool Begins(string folded)
    {
        foreach (var (_, title) in _titles)
        {
            // Few letters first: most texts that begin with a number are no row, and a long one has many numbers.
            if (Wording.Nearest.Distance(Cut(folded, Head), Cut(title, Head)) > Head / 3) continue;
            if (Wording.Nearest.Distance(Cut(folded, title.Length), title) <= title.Length / 3) return true;
        }
        return false;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static string WrittenOut(Programme programme, string folded) =>
        programme.Systems.Aggregate(folded, (text, system) => Folded.Of(system.Short.Default) is { Length: > 0 } word ? text.Replace(word, Folded.Of(system.Title.Default), StringComparison.Ordinal) : text);
}
