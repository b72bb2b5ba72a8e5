using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>Reads which reports a programme collects, and how it reminds of them; without the section it collects none.</summary>
/// <param name="documents">Keys of its documents.</param>
/// <param name="steps">Its steps.</param>
/// <param name="measures">Keys of its measures.</param>
internal sealed class CollectionReader(ImmutableArray<string> documents, ImmutableArray<StepDefinition> steps, ImmutableArray<string> measures)
{
    private static readonly string[] ItemPlaces = ["count", "deadline", "reports", "list"];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The collection; null when the programme has none.</summary>
    public CollectionForm? Read(YamlSection root)
    {
        if (root.Section("collection", required: false) is not { } s) return null;
        var request = s.Known("request", documents);
        s.KeysOf("reports");
        var reports = ImmutableArray.CreateBuilder<CollectedReport>();
        foreach (var section in s.Sections("reports"))
        {
            reports.Add(Report(section));
            section.Finish();
        }
        if (reports.Count == 0) s.WrongHere("yaml.missing", "reports");
        var form = new CollectionForm(request, reports.ToImmutable(), Letter(s));
        s.Finish();
        return form;
    }

    private CollectedReport Report(YamlSection s)
    {
        var title = s.Text("title");
        var keys = s.KnownList("steps", [.. steps.Select(step => step.Key)]);
        foreach (var key in keys)
        {
            // What no participant reports, no participant can hand in; what belongs to two reports would be handed in twice.
            if (!steps.First(step => step.Key == key).Reporters.Contains(StepDefinition.Participant)) s.Wrong(s.Node("steps")!, "yaml.collected", key);
            if (!_taken.Add(key)) s.Wrong(s.Node("steps")!, "yaml.doubled", key);
        }
        return new(s.Word("key"), title, s.Text("short", title), keys, s.KnownList("measures", measures, required: false));
    }

    private static CollectionLetter? Letter(YamlSection of)
    {
        if (of.Section("letter", required: false) is not { } section) return null;
        var s = new FormReader(section);
        var letter = new CollectionLetter(
            s.Text("title"), s.Text("agency"), s.Text("number"), s.Text("subject", "reports"), s.Text("country"), s.Text("motto"), s.Text("place", "year"),
            s.Text("to"), s.Sentences("addressees"), s.Sentences("bases"), s.Text("standing", "asOf", "copy"),
            s.Text("reportStanding", "report", "received", "late", "missing", "unknown", "total"), s.Text("request"),
            FormsReader.Section(s, "missing", 4, ItemPlaces), FormsReader.Section(s, "unknown", 2, ItemPlaces),
            s.Text("contact"), s.Text("thanks"), s.Text("recipientsHead"), s.Sentences("recipients"), FormsReader.Signatures(section), FormsReader.Head(section));
        section.Finish();
        return letter;
    }
}
