namespace Rollout.Web.Api;

/// <summary>A participant's service as the API answers it.</summary>
/// <param name="State">Its state.</param>
/// <param name="Since">Since when.</param>
public sealed record ServiceAnswer(string State, DateTimeOffset Since);
