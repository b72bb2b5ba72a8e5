namespace Rollout.Core.Wording;

/// <summary>The one spelling of enumerations in files, in storage and in the public contract: camel case.</summary>
public static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Spelling<T>.Words[value];

    /// <summary>The value of a word.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static T Read<T>(string word) where T : struct, Enum =>
        Spelling<T>.Values.TryGetValue(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    /// <summary>The value of a word, or null when it is none.</summary>
    public static T? Find<T>(string? word) where T : struct, Enum =>
        word is not null && Spelling<T>.Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>Every word of an enumeration, in its order.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(v => Of(v));

    private static class Spelling<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, v => char.ToLowerInvariant($"{v}"[0]) + $"{v}"[1..]);
        public static readonly Dictionary<string, T> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);
    }
}
