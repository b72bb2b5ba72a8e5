using System.Collections.Immutable;

namespace Rollout.Web.Versions;

/// <summary>What an administrator wants to have kept.</summary>
/// <param name="Text">The programme file.</param>
/// <param name="Programme">The programme that it is to be; null to take the file's word for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Losses">The losses that are agreed to, each by its word.</param>
/// <param name="After">The newest version that the preview knew; null when there was none to see.</param>
public sealed record VersionWish(string Text, string? Programme, string Reason, ImmutableArray<string> Losses, int? After);
