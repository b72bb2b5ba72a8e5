namespace Rollout.Web.Api;

/// <summary>A document that a change rests on.</summary>
internal sealed record DocumentBody(string? Number, string? Issuer, string? Date);
