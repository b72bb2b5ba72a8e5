using System.Collections.Immutable;

namespace Rollout.Web.Api;

/// <summary>What somebody says about a step.</summary>
internal sealed record CommentBody(string? Note, ImmutableArray<FileBody>? Files);
