namespace Rollout.Core.Verification;

/// <summary>An address as somebody writes it down, not looked at yet.</summary>
/// <param name="Phase">Key of a phase.</param>
/// <param name="Role">The role a probe asks for.</param>
/// <param name="Url">The address.</param>
public sealed record TargetWish(string Phase, string Role, string Url);
