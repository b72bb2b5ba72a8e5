namespace Rollout.Web.Jobs;

/// <summary>A node that runs this program.</summary>
/// <param name="Key">What it is called.</param>
/// <param name="IsThis">Whether it is the one that answers.</param>
/// <param name="Alive">Whether the others still count on it.</param>
/// <param name="SeenAt">When it last told the others that it lives; null when there are no others to tell.</param>
public sealed record NodeLine(string Key, bool IsThis, bool Alive, DateTimeOffset? SeenAt)
{
    /// <summary>This one: the machine's name and the process's number, since two programs on one machine are two nodes.</summary>
    public static string Own { get; } = $"{Environment.MachineName}-{Environment.ProcessId}";
}
