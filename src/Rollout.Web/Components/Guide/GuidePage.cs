using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Web.Components.Guide;

/// <summary>What the help of a page speaks of; its texts are <c>guide.KEY.what</c>, <c>guide.KEY.can</c> and, by role, <c>guide.KEY.ROLE</c>.</summary>
/// <param name="Key">Key of its texts.</param>
/// <param name="Path">The page's address; a star stands for one word of it.</param>
/// <param name="Title">Key of its name.</param>
/// <param name="About">Which words of the programme it explains.</param>
/// <param name="Words">Which words of the product it explains.</param>
/// <param name="Acting">Those who do more here than others.</param>
public sealed record GuidePage(string Key, string Path, string Title, GlossaryTopic[] About, string[] Words, ActorKind[] Acting)
{
    /// <summary>Whether the page has keys of its own; their texts are <c>guide.KEY.keys</c>.</summary>
    public bool HasKeys { get; init; }
}
