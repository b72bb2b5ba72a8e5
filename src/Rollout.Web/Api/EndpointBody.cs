namespace Rollout.Web.Api;

/// <summary>An address as a request writes it.</summary>
/// <param name="Phase">Key of a phase.</param>
/// <param name="Role">The role a probe of the programme asks for.</param>
/// <param name="Url">The address.</param>
public sealed record EndpointBody(string? Phase, string? Role, string? Url);
