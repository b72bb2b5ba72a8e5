using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads how a programme words what moved: the report of changes and the page for the weekly meeting. Without them it offers neither.</summary>
internal static class MovementReader
{
    /// <summary>The words of the report of changes; null when the programme has none.</summary>
    /// <param name="root">The file.</param>
    /// <param name="statuses">The statuses that need a word.</param>
    /// <param name="bases">The bases that need one.</param>
    public static ChangesForm? Changes(YamlSection root, IEnumerable<string> statuses, IEnumerable<string> bases)
    {
        if (root.Section("changes", required: false) is not { } s) return null;
        var form = new ChangesForm(
            s.Text("title"), s.Text("period"), s.Text("known"), s.Text("lists"), s.Text("joined"), s.Text("left"), s.Text("steps"), s.Text("unlisted"), s.Text("change"), s.Text("none"),
            Columns(s, "listColumns", 5), Columns(s, "stepColumns", 5), Named(s, "statuses", statuses.Append(ChangesForm.Unknown)), Named(s, "bases", bases));
        s.Finish();
        return form;
    }

    /// <summary>The words of the weekly page; null when the programme has none.</summary>
    public static WeeklyForm? Weekly(YamlSection root)
    {
        if (root.Section("weekly", required: false) is not { } s) return null;
        var form = new WeeklyForm(
            s.Text("title"), s.Text("sinceLetter"), s.Text("sinceDay"), s.Text("numbers"), s.Text("interrupted"), s.Text("completed"), s.Text("backwards"), s.Text("obstacles"),
            s.Text("opened"), s.Text("stopped"), s.Text("waits"), s.Text("waitsOn"), s.Text("none"), s.Text("more"), s.Text("days"), Columns(s, "numberColumns", 4), Columns(s, "waitColumns", 4));
        s.Finish();
        return form;
    }

    private static ImmutableArray<LocalizedText> Columns(YamlSection s, string key, int count)
    {
        var columns = (s.Node(key) as YamlSequenceNode ?? []).Select(YamlSection.Text).ToImmutableArray();
        if (columns.Length != count) s.WrongHere("yaml.columns", count.ToString(CultureInfo.InvariantCulture));
        return columns;
    }

    private static FrozenDictionary<string, LocalizedText> Named(YamlSection s, string key, IEnumerable<string> words)
    {
        if (s.Section(key) is not { } named) return FrozenDictionary<string, LocalizedText>.Empty;
        var texts = words.ToFrozenDictionary(w => w, named.Text, StringComparer.Ordinal);
        named.Finish();
        return texts;
    }
}
