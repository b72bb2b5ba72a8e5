using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Programmes;

namespace Rollout.Core.Appendices;

/// <summary>The form in which the lists are printed for machines: a record a name.</summary>
internal static class AppendixRecords
{
    /// <summary>Its fields, part of the public contract.</summary>
    public static ImmutableArray<string> Fields { get; } = ["number", "title", "count", "code", "name"];

    /// <summary>The lists of which there is no record: in this form an empty list has none, and that is how it says so.</summary>
    public static IEnumerable<FoundRow> Empty(Programme programme, IReadOnlyList<FoundRow> found) => programme.ListDefinitions
        .Select(l => (Number: l.Number.ToString(CultureInfo.InvariantCulture), l.Title))
        .Where(l => found.Count > 0 && !found.Any(f => f.Number == l.Number))
        .Select(l => new FoundRow(0, l.Number, l.Title.Default, "0", []));
}
