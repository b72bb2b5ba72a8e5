namespace Rollout.Core.Incidents;

/// <summary>A part that many participants' checks pass: an agency's gateway, registry or system, or our own network.</summary>
/// <param name="Phase">In which phase's environment.</param>
/// <param name="Owner">Key of the agency, or <c>self</c>.</param>
public readonly record struct SharedPart(string Phase, string Owner);
