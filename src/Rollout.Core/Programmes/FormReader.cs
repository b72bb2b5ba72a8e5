using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads the words of printed documents: sentences with places, of which each form knows its own, and lists of texts.</summary>
internal sealed class FormReader(YamlSection section)
{
    /// <summary>The section read.</summary>
    public YamlSection Section => section;

    /// <summary>A sentence; a place that its form does not fill is a mistake.</summary>
    public LocalizedText Text(string key, params ReadOnlySpan<string> places)
    {
        var text = section.Text(key);
        if (section.Node(key, required: false) is { } at) Check(at, text, places);
        return text;
    }

    /// <summary>Sentences, at least one.</summary>
    public ImmutableArray<LocalizedText> Sentences(string key, params ReadOnlySpan<string> places)
    {
        if (section.Node(key) is not { } at) return [];
        var texts = ImmutableArray.CreateBuilder<LocalizedText>();
        foreach (var item in at is YamlSequenceNode list ? list.Children : [at])
        {
            var text = YamlSection.Text(item);
            Check(item, text, places);
            texts.Add(text);
        }
        if (texts.Count == 0) section.Wrong(at, "yaml.missing", key);
        return texts.ToImmutable();
    }

    /// <summary>Heads of columns, exactly as many as wanted.</summary>
    public ImmutableArray<LocalizedText> Columns(string key, int count, params ReadOnlySpan<string> places)
    {
        var columns = Sentences(key, places);
        if (columns.Length > 0 && columns.Length != count) section.WrongHere("yaml.columns", count.ToString(CultureInfo.InvariantCulture));
        return columns;
    }

    private void Check(YamlNode at, LocalizedText text, ReadOnlySpan<string> places)
    {
        foreach (var one in text.Others.Values.Prepend(text.Default))
            foreach (var place in TextTemplate.Places(one))
                if (!places.Contains(place)) section.Wrong(at, "yaml.place", place, string.Join(", ", places.ToArray()));
    }
}
