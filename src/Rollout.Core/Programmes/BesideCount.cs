namespace Rollout.Core.Programmes;

/// <summary>What is counted here and stands beside a published figure.</summary>
public abstract record BesideCount
{
    private BesideCount() { }

    /// <summary>The names of a status list.</summary>
    /// <param name="Number">The list's number.</param>
    public sealed record InList(int Number) : BesideCount;

    /// <summary>The participants with a step in a status.</summary>
    /// <param name="Step">The step's number.</param>
    /// <param name="Status">The status's word; blocked steps count as the status they came from, unless it is <c>blocked</c>.</param>
    public sealed record AtStep(string Step, string Status) : BesideCount;

    /// <summary>The total of a measure in its latest period.</summary>
    /// <param name="Measure">The measure's key.</param>
    public sealed record OfMeasure(string Measure) : BesideCount;
}
