using System.Globalization;

namespace Rollout.Documents.Strings;

/// <summary>Languages as Office files name them.</summary>
internal static class LanguageTags
{
    /// <summary>Language with region, which spelling checkers go by: vi gives vi-VN.</summary>
    public static string Full(string language) => CultureInfo.CreateSpecificCulture(language).Name;
}
