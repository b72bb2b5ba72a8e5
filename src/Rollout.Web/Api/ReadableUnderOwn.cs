namespace Rollout.Web.Api;

/// <summary>Metadata of an endpoint that belongs to no participant and is open to contacts even where they read their own rows only.</summary>
internal sealed class ReadableUnderOwn;
