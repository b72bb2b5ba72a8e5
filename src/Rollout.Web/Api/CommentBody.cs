using System.Collections.Immutable;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>What somebody says about a step.</summary>
internal sealed record CommentBody(string? Note, ImmutableArray<FileBody?>? Files) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake => FileBody.Mistake(Files);
}
