namespace Rollout.Core.Programmes;

/// <summary>Every key and every fixed word that a reading asked for, by the place of its section: what a file may say, told by the reader itself.</summary>
internal sealed class YamlVocabulary
{
    private readonly SortedDictionary<string, SortedSet<string>> _keys = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _words = new(StringComparer.Ordinal);

    /// <summary>The keys of each place.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Keys => _keys;

    /// <summary>The words of each key that takes only fixed ones, by place and key.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Words => _words;

    /// <summary>A key was asked for.</summary>
    public void Add(string place, string key)
    {
        if (!_keys.TryGetValue(place, out var keys)) _keys[place] = keys = new(StringComparer.Ordinal);
        keys.Add(key);
    }

    /// <summary>A key was asked for that takes only fixed words.</summary>
    public void Add(string place, string key, IEnumerable<string> words) => _words[place.Length == 0 ? key : $"{place}.{key}"] = new(words, StringComparer.Ordinal);
}
