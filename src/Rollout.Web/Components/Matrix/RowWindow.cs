namespace Rollout.Web.Components.Matrix;

/// <summary>Which rows of the table are drawn. A short table is drawn whole; of a long one only those about what is looked at, the others are empty height.</summary>
/// <param name="Start">The first that is drawn.</param>
/// <param name="End">The first after them that is not.</param>
/// <param name="Total">How many there are.</param>
public sealed record RowWindow(int Start, int End, int Total)
{
    /// <summary>Up to so many rows the table is drawn whole.</summary>
    public const int Short = 200;

    /// <summary>How many rows of a long table a live page draws.</summary>
    public const int Live = 80;

    /// <summary>How many rows of a long table the first answer has, before a circuit holds the page.</summary>
    public const int First = 60;

    /// <summary>Whether every row is drawn.</summary>
    public bool IsWhole => Start == 0 && End == Total;

    /// <summary>The rows about one of them.</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="about">The row in the middle; the ends are kept.</param>
    /// <param name="size">How many to draw of a long table.</param>
    public static RowWindow Of(int total, int about, int size)
    {
        if (total <= Short) return new(0, total, total);
        var start = Math.Clamp(about - (size / 2), 0, total - size);
        return new(start, start + size, total);
    }
}
