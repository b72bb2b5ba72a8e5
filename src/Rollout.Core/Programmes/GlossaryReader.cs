using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>Reads the words that a programme explains; without them its pages explain only the product's.</summary>
internal static class GlossaryReader
{
    private static readonly ImmutableArray<string> Topics = [.. Words.All<GlossaryTopic>()];

    public static Glossary Read(YamlSection root, IReadOnlyCollection<string> documents)
    {
        if (root.Section("glossary", required: false) is not { } s) return Glossary.Empty;
        s.KeysOf("terms");
        var terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        foreach (var term in s.Sections("terms", required: false))
        {
            var about = term.KnownList("about", Topics).Select(Words.Read<GlossaryTopic>);
            terms.Add(new(term.Word("key"), term.Text("term"), term.Text("meaning"), [.. about], Place(term, documents)));
            term.Finish();
        }
        var sources = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        var words = s.Section("words", required: false);
        foreach (var (_, keyNode, value) in words?.Pairs() ?? [])
        {
            var place = words!.Section(value);
            sources[s.Known(keyNode, Glossary.ProductWords)] = Place(place, documents);
            place.Finish();
        }
        s.Finish();
        return new(terms.ToImmutable(), sources.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static SourcePlace Place(YamlSection s, IReadOnlyCollection<string> documents) =>
        new(s.Known("source", documents), s.Node("place", required: false) is null ? null : s.Text("place"));
}
