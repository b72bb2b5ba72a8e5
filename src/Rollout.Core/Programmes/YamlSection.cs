using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>
/// A mapping of a YAML file under reading. It hands out values by key, notes every mistake with its place and goes on, so that one reading
/// finds all of them; <see cref="Finish"/> names the keys nobody asked for.
/// </summary>
/// <param name="file">The file's name, for the mistakes.</param>
/// <param name="node">The mapping.</param>
/// <param name="mistakes">Where mistakes are noted.</param>
/// <param name="heard">Told every key that is asked for, by the place of its section; null when nobody wants to know.</param>
/// <param name="place">The place: the keys that lead here, an asterisk for one that the file chooses and brackets for an item of a list.</param>
internal sealed class YamlSection(string file, YamlNode node, ImmutableArray<Mistake>.Builder mistakes, YamlVocabulary? heard = null, string place = "")
{
    private readonly HashSet<string> _asked = [];
    private readonly YamlMappingNode? _map = node as YamlMappingNode;

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Children => _map?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>();

    /// <summary>Notes a mistake at a node.</summary>
    public void Wrong(YamlNode at, string code, params ReadOnlySpan<string> arguments) =>
        mistakes.Add(new(file, (int)at.Start.Line, (int)at.Start.Column, Message.Of(code, arguments)));

    /// <summary>Notes a mistake that was found elsewhere at a node.</summary>
    public void Wrong(YamlNode at, Message message) => mistakes.Add(new(file, (int)at.Start.Line, (int)at.Start.Column, message));

    /// <summary>Notes a mistake at the mapping itself.</summary>
    public void WrongHere(string code, params ReadOnlySpan<string> arguments) => Wrong(node, code, arguments);

    /// <summary>The node of a key, or null; a missing required key is a mistake.</summary>
    public YamlNode? Node(string key, bool required = true)
    {
        _asked.Add(key);
        heard?.Add(place, key);
        if (_map is null) return null;
        foreach (var (name, value) in _map.Children)
            if (name is YamlScalarNode scalar && scalar.Value == key) return value;
        if (required) Wrong(node, "yaml.missing", key);
        return null;
    }

    /// <summary>A word; an empty one is missing.</summary>
    public string Word(string key)
    {
        if (Node(key) is not { } at) return "";
        if (Scalar(at) is { Length: > 0 } word) return word;
        Wrong(at, "yaml.missing", key);
        return "";
    }

    /// <summary>A word that may be missing.</summary>
    public string? OptionalWord(string key) => Scalar(Node(key, required: false));

    /// <summary>A word of a known list; another one is a mistake that names the nearest known.</summary>
    public string Known(string key, IReadOnlyCollection<string> known) => Node(key) is { } at ? Known(at, known) : "";

    /// <summary>As <see cref="Known(string, IReadOnlyCollection{string})"/>, for a key that may be missing.</summary>
    public string? OptionalKnown(string key, IReadOnlyCollection<string> known) => Node(key, required: false) is { } at ? Known(at, known) : null;

    /// <summary>One of words that are the same for every file.</summary>
    public string? OptionalWordOf(string key, IReadOnlyCollection<string> words)
    {
        heard?.Add(place, key, words);
        return OptionalKnown(key, words);
    }

    /// <summary>One or several words of a known list.</summary>
    public ImmutableArray<string> KnownList(string key, IReadOnlyCollection<string> known, bool required = true) =>
        [.. Items(key, required).Select(at => Known(at, known)).Where(w => w.Length > 0)];

    /// <summary>One or several words.</summary>
    public ImmutableArray<string> Words(string key, bool required = true) => [.. Items(key, required).Select(Scalar).OfType<string>()];

    /// <summary>A known word at a node.</summary>
    public string Known(YamlNode at, IReadOnlyCollection<string> known)
    {
        var word = Scalar(at) ?? "";
        if (known.Contains(word)) return word;
        Unknown(at, word, known);
        return "";
    }

    /// <summary>One of an enumeration's words, written in camel case.</summary>
    public T Choice<T>(string key, T fallback, bool required = true) where T : struct, Enum
    {
        heard?.Add(place, key, Choices<T>().Keys);
        return Node(key, required) is { } at ? Choice(at, fallback) : fallback;
    }

    /// <summary>As <see cref="Choice{T}(string, T, bool)"/>, at a node.</summary>
    public T Choice<T>(YamlNode at, T fallback) where T : struct, Enum
    {
        var choices = Choices<T>();
        var word = Scalar(at) ?? "";
        if (choices.TryGetValue(word, out var value)) return value;
        Unknown(at, word, choices.Keys);
        return fallback;
    }

    /// <summary>A text: a scalar, or a mapping of languages.</summary>
    public LocalizedText Text(string key) => Node(key) is { } at ? Filled(at, key) : LocalizedText.Of("");

    /// <summary>A text, or what stands for it when the key is missing.</summary>
    public LocalizedText Text(string key, LocalizedText otherwise) => Node(key, required: false) is { } at ? Filled(at, key) : otherwise;

    /// <summary>A text at a node.</summary>
    public static LocalizedText Text(YamlNode at)
    {
        if (at is not YamlMappingNode { Children.Count: > 0 } map) return LocalizedText.Of(Scalar(at) ?? "");
        var texts = map.Children.Select(c => (Language: Scalar(c.Key) ?? "", Text: Scalar(c.Value) ?? "")).ToList();
        return new(texts[0].Text, texts.Skip(1).ToFrozenDictionary(t => t.Language, t => t.Text, StringComparer.Ordinal));
    }

    /// <summary>A duration such as <c>5m</c>.</summary>
    public TimeSpan Duration(string key, TimeSpan otherwise)
    {
        if (Node(key, required: false) is not { } at) return otherwise;
        if (DurationText.Parse(Scalar(at) ?? "") is { } duration) return duration;
        Wrong(at, "yaml.duration", Scalar(at) ?? "");
        return otherwise;
    }

    /// <summary>A whole number above zero.</summary>
    public int Number(string key, int? otherwise = null)
    {
        if (Node(key, required: otherwise is null) is not { } at) return otherwise ?? 0;
        if (int.TryParse(Scalar(at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        Wrong(at, "yaml.number", Scalar(at) ?? "");
        return otherwise ?? 0;
    }

    /// <summary>A whole number above zero that may be missing.</summary>
    public int? OptionalNumber(string key) => Node(key, required: false) is not null && Number(key, otherwise: 0) is > 0 and var number ? number : null;

    /// <summary>A number between two others; null when the key is missing or it is none.</summary>
    public decimal? Amount(string key, decimal least, decimal most, bool required = true) => Node(key, required) is { } at ? Amount(at, least, most) : null;

    /// <summary>As <see cref="Amount(string, decimal, decimal, bool)"/>, at a node.</summary>
    public decimal? Amount(YamlNode at, decimal least, decimal most)
    {
        var text = Scalar(at) ?? "";
        if (ExactNumber.Find(text) is not { } amount) Wrong(at, "yaml.amount", text);
        else if (amount < least || amount > most) Wrong(at, "yaml.between", text, ExactNumber.Of(least), ExactNumber.Of(most));
        else return amount;
        return null;
    }

    /// <summary>A day (its start at the programme's place) or an instant with its offset.</summary>
    public DateTimeOffset? Instant(string key, bool required = true)
    {
        if (Node(key, required) is not { } at) return null;
        var text = Scalar(at) ?? "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return HanoiTime.StartOf(day);
        if (text.Length > 16 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)) return instant;
        Wrong(at, "yaml.date", text);
        return null;
    }

    /// <summary>A day that may be missing.</summary>
    public DateOnly? Day(string key)
    {
        if (Node(key, required: false) is not { } at) return null;
        if (DateOnly.TryParseExact(Scalar(at), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(at, "yaml.day", Scalar(at) ?? "");
        return null;
    }

    /// <summary>Whether a switch is on.</summary>
    public bool Flag(string key) => OptionalWordOf(key, ["true", "false"]) == "true";

    /// <summary>The mapping under a key.</summary>
    public YamlSection? Section(string key, bool required = true) => Node(key, required) is { } at ? Section(at, key) : null;

    /// <summary>The mapping at a node of a key that the file chooses.</summary>
    public YamlSection Section(YamlNode at) => Section(at, "*");

    /// <summary>The mappings of a list.</summary>
    public IEnumerable<YamlSection> Sections(string key, bool required = true)
    {
        if (Node(key, required) is not { } at) yield break;
        if (at is not YamlSequenceNode list)
        {
            // A list that may be missing may as well be left empty.
            if (required || Scalar(at) is not { Length: 0 }) Wrong(at, "yaml.list", key);
            yield break;
        }
        foreach (var item in list) yield return Section(item, $"{key}[]");
    }

    /// <summary>The pairs of a mapping, keys as words.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Pairs(string key, bool required = true) =>
        Section(key, required)?.Pairs() ?? [];

    /// <summary>The mapping's own pairs.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Pairs()
    {
        foreach (var (name, value) in Children)
        {
            if (Scalar(name) is not { } word) continue;
            _asked.Add(word);
            yield return (word, name, value);
        }
    }

    /// <summary>Notes every key that nobody asked for, with the nearest one that would have been read.</summary>
    public void Finish()
    {
        foreach (var (name, _) in Children)
            if (Scalar(name) is { } word && !_asked.Contains(word)) Unknown(name, word, _asked);
    }

    /// <summary>The keys of a list of mappings, before they are read: what others may refer to. A doubled key is a mistake.</summary>
    public ImmutableArray<string> KeysOf(string list, string key = "key")
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Node(list, required: false) as YamlSequenceNode ?? [])
        {
            if ((item as YamlMappingNode)?.Children.FirstOrDefault(c => Scalar(c.Key) == key).Value is not { } at || Scalar(at) is not { } word) continue;
            if (keys.Contains(word)) Wrong(at, "yaml.doubled", word);
            keys.Add(word);
        }
        return keys.ToImmutable();
    }

    /// <summary>The keys of the lists within a list of mappings, in order, doubled ones once.</summary>
    public ImmutableArray<string> KeysWithin(string list, string inner) =>
    [
        .. (Node(list, required: false) as YamlSequenceNode ?? []).OfType<YamlMappingNode>()
            .SelectMany(m => Value(m, inner) as YamlSequenceNode ?? []).OfType<YamlMappingNode>()
            .Select(m => Scalar(Value(m, "key"))).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private YamlSection Section(YamlNode at, string under)
    {
        if (at is not YamlMappingNode) Wrong(at, "yaml.mapping");
        return new(file, at, mistakes, heard, place.Length == 0 ? under : $"{place}.{under}");
    }

    private static Dictionary<string, T> Choices<T>() where T : struct, Enum =>
        Enum.GetNames<T>().ToDictionary(n => char.ToLowerInvariant(n[0]) + n[1..], Enum.Parse<T>, StringComparer.OrdinalIgnoreCase);

    private static YamlNode? Value(YamlMappingNode map, string key) => map.Children.FirstOrDefault(c => Scalar(c.Key) == key).Value;

    private void Unknown(YamlNode at, string word, IReadOnlyCollection<string> known)
    {
        var hint = word.Length == 0 ? null : Nearest.To(word, known);
        var choices = string.Join(", ", known.Order(StringComparer.Ordinal));
        if (hint is null) Wrong(at, "yaml.unknown", word, choices);
        else Wrong(at, "yaml.unknownNear", word, hint, choices);
    }

    private LocalizedText Filled(YamlNode at, string key)
    {
        var text = Text(at);
        if (text.Default.Length == 0) Wrong(at, "yaml.missing", key);
        // A comma in a text without quotes ends it, and what follows looks like one more language.
        foreach (var (name, _) in at as YamlMappingNode ?? [])
            if (Scalar(name) is { } language && !(language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower))) Wrong(name, "yaml.language", language);
        return text;
    }

    private IEnumerable<YamlNode> Items(string key, bool required) => Node(key, required) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var one => [one],
    };

    private static string? Scalar(YamlNode? at) => (at as YamlScalarNode)?.Value?.Trim();
}
