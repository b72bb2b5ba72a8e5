namespace Rollout.Core.Participants;

/// <summary>
/// The order of names in official letters, in whatever language they are read: marks stripped, đ as d, lower case, compared ordinally. Names that
/// differ in their marks alone stand in the order of the alphabet: Đ after D.
/// </summary>
public sealed class NameOrder : IComparer<string?>
{
    private NameOrder() { }

    /// <summary>The one instance.</summary>
    public static NameOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return Comparer<bool>.Default.Compare(x is not null, y is not null);
        var plain = string.CompareOrdinal(PlainText.Of(x), PlainText.Of(y));
        return plain != 0 ? plain : string.CompareOrdinal(x, y);
    }
}
