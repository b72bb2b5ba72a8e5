using System.Text.Json;

namespace Rollout.Benchmarks;

/// <summary>What the viewers' process is to do, and what it says of it; both go between the processes as one line of JSON.</summary>
/// <param name="Port">Where the server listens.</param>
/// <param name="Path">Which page.</param>
/// <param name="Pages">How many stand open.</param>
/// <param name="Key">A monitor's API key.</param>
/// <param name="Changes">What is changed, one after the other.</param>
/// <param name="Silent">Whether somebody else makes the changes, at another node.</param>
internal sealed record ViewersPlan(int Port, string Path, int Pages, string Key, List<ViewersPlan.Change> Changes, bool Silent = false)
{
    /// <summary>A change that a page shows by the name of whose it is.</summary>
    internal sealed record Change(string Programme, string Code, string Name, string Phase, string Step, int Version);

    /// <summary>How the pages opened.</summary>
    internal sealed record Opened(double Seconds, double Processor, double BytesAPage);

    /// <summary>How the changes arrived, in milliseconds from the moment of sending; how long the API took to answer; what the client itself took.</summary>
    internal sealed record Seen(List<List<double>> Arrivals, List<double> Answers, int Failed, string? Failure, double Processor, double BytesAChange)
    {
        /// <summary>When each change was sent, on the machine's own clock that all processes share.</summary>
        public List<long> Sent { get; init; } = [];
    }

    /// <summary>What a silent one heard: for each page and change every moment at which a batch spoke of it, on the machine's clock.</summary>
    internal sealed record Heard(List<List<List<long>>> Moments, int Failed, string? Failure, double Processor);

    public static string Line<T>(T value) => JsonSerializer.Serialize(value);

    public static T Read<T>(string? line) => JsonSerializer.Deserialize<T>(line ?? throw new InvalidOperationException("The viewers said nothing."))!;
}
