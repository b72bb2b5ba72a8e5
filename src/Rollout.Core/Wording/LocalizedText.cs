using System.Collections.Frozen;

namespace Rollout.Core.Wording;

/// <summary>A text of the programme file in one or more languages. The first language written is the default and always there.</summary>
/// <param name="Default">The text in the programme's own language.</param>
/// <param name="Others">The same text by two-letter language, where the file gives one.</param>
public sealed record LocalizedText(string Default, FrozenDictionary<string, string> Others)
{
    /// <summary>A text that reads the same in every language.</summary>
    public static LocalizedText Of(string text) => new(text, FrozenDictionary<string, string>.Empty);

    /// <summary>The text in a language, or in the programme's own where the file has none.</summary>
    /// <param name="language">Two letters, <c>en</c>.</param>
    public string In(string language) => Others.GetValueOrDefault(language, Default);

    /// <inheritdoc/>
    public override string ToString() => Default;
}
