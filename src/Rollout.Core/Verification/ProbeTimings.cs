namespace Rollout.Core.Verification;

/// <summary>How long each leg of a check took, in real milliseconds; null where it was not reached.</summary>
/// <param name="Name">Name resolution.</param>
/// <param name="Connect">Opening the connection.</param>
/// <param name="Tls">The TLS handshake.</param>
/// <param name="FirstByte">From the request to the first byte of the answer.</param>
/// <param name="Total">All of it.</param>
public sealed record ProbeTimings(double? Name, double? Connect, double? Tls, double? FirstByte, double Total);
