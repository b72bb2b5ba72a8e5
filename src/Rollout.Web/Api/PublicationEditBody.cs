using System.Collections.Immutable;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A draft as a request changes it, with the version its author saw.</summary>
internal sealed record PublicationEditBody(
    string? Phase, string? AsOf, ImmutableArray<PlacingBody?>? Placings, ImmutableArray<string?>? Notes, long? Supersedes, long? Version)
    : PublicationBody(Phase, AsOf, Placings, Notes, Supersedes)
{
    /// <inheritdoc/>
    public override QueryMistake? Mistake => Version is null ? PublicationActBody.NoVersion : base.Mistake;
}
