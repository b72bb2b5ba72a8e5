using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A step on a publication's way, with the version its author saw and, where one is needed, the reason.</summary>
internal sealed record PublicationActBody(long? Version, string? Reason) : ICheckedBody
{
    /// <summary>That the version is missing.</summary>
    public static QueryMistake NoVersion { get; } = new("$.version", "body", "", [], NotFound: false);

    /// <inheritdoc/>
    public QueryMistake? Mistake => Version is null ? NoVersion : null;
}
