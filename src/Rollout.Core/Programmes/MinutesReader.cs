using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads how a programme words the minutes of its tests.</summary>
internal static class MinutesReader
{
    private const int ResultColumns = 6;
    private const int StatementColumns = 4;

    /// <summary>The form, or null when the programme has none; missing where a step wants minutes is a mistake.</summary>
    public static MinutesForm? Read(YamlSection root, bool required)
    {
        if (root.Section("minutes", required) is not { } s) return null;
        var form = new MinutesForm(
            s.Text("country"), s.Text("motto"), s.Text("title"), s.Text("issuedOn"), s.Text("asOf"), s.Text("environment"), s.Text("step"), s.Text("content"),
            s.Text("results"), s.Text("noResults"), s.Text("statements"), s.Text("noStatements"), s.Text("signedBy"), s.Text("sign"),
            Columns(s, "resultColumns", ResultColumns), Columns(s, "statementColumns", StatementColumns));
        s.Finish();
        return form;
    }

    private static ImmutableArray<LocalizedText> Columns(YamlSection s, string key, int count)
    {
        var columns = (s.Node(key) as YamlSequenceNode ?? []).Select(YamlSection.Text).ToImmutableArray();
        if (columns.Length != count) s.WrongHere("yaml.columns", count.ToString(CultureInfo.InvariantCulture));
        return columns;
    }
}
