using System.Text;

namespace Rollout.Web.Tests.Operations;

/// <summary>A span as it came over the wire.</summary>
internal sealed record CollectedSpan(string Said, string Id, string Parent, byte[] Bytes)
{
    /// <summary>Whether something occurs in it.</summary>
    public bool Mentions(string text) => Encoding.UTF8.GetString(Bytes).Contains(text, StringComparison.Ordinal);
}
