using System.Globalization;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>Several nodes of an installation, by name.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);

    public Node this[string key] => _nodes[key];

    public IEnumerable<Node> All => _nodes.Values;

    /// <summary>Starts some at once.</summary>
    public static async Task<Cluster> StartAsync(Installation here, int count, bool jobs = false)
    {
        var nodes = new Cluster();
        for (var i = 1; i <= count; i++)
        {
            var key = $"node-{i.ToString(CultureInfo.InvariantCulture)}";
            nodes._nodes[key] = Node.Begin(here, key, jobs: jobs);
        }
        try
        {
            foreach (var node in nodes.All) await node.OpenedAsync();
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in All) await node.DisposeAsync();
    }
}
