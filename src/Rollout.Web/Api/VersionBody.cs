using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A new version of a programme.</summary>
/// <param name="Text">The programme file; required.</param>
/// <param name="Reason">Why it is kept; required unless it is only tried.</param>
/// <param name="Losses">The losses that are agreed to, each by the word that the trial gave it.</param>
/// <param name="After">The number of the newest version that the trial knew.</param>
public sealed record VersionBody(string? Text, string? Reason, string[]? Losses, int? After) : ICheckedBody
{
    /// <inheritdoc/>
    QueryMistake? ICheckedBody.Mistake => string.IsNullOrWhiteSpace(Text) ? new("$.text", "body", "", ["key: …"], NotFound: false) : null;
}
