namespace Rollout.Core.Participants;

/// <summary>
/// The order in which official letters list participants: by name with marks stripped, đ as d, lower case, spaces and "TP" kept, compared
/// ordinally; ties by code. Appendix I of July 2024 stands in exactly this order.
/// </summary>
public sealed class OfficialOrder : IComparer<Participant>
{
    private OfficialOrder() { }

    /// <summary>The one instance.</summary>
    public static OfficialOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Participant? x, Participant? y)
    {
        if (x is null || y is null) return Comparer<bool>.Default.Compare(x is not null, y is not null);
        var byName = string.CompareOrdinal(PlainText.Of(x.Name), PlainText.Of(y.Name));
        return byName != 0 ? byName : string.CompareOrdinal(x.Code, y.Code);
    }
}
