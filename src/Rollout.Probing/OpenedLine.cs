namespace Rollout.Probing;

/// <summary>A line to the other side, or why there is none. Whoever gets the stream closes it.</summary>
internal readonly record struct OpenedLine(Stream? Stream, Trouble? Trouble)
{
    public static OpenedLine To(Stream stream) => new(stream, null);

    public static OpenedLine Failed(string code, string detail) => new(null, new(code, Excerpt.Of(detail)));
}
