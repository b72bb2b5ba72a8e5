namespace Rollout.Probing;

/// <summary>Other people's text, made short and harmless: one line, no control characters.</summary>
internal static class Excerpt
{
    public const int Longest = 240;

    /// <summary>Stands for what was not there.</summary>
    public const string Nothing = "–";

    public static string Of(string? text, int longest = Longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return Nothing;
        var head = text.AsSpan(0, Math.Min(text.Length, 4 * longest)).ToString();
        var line = string.Join(' ', head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(c => !char.IsControl(c)));
        if (line.Length <= longest) return line;
        // Half of a surrogate pair would not survive the way into the database.
        var cut = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..cut] + "…";
    }
}
