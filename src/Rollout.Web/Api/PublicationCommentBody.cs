namespace Rollout.Web.Api;

/// <summary>What a reviewer says.</summary>
internal sealed record PublicationCommentBody(string? Note);
