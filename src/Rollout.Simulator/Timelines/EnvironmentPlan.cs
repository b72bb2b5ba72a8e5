namespace Rollout.Simulator;

/// <summary>What a participant's systems in one environment are like over time.</summary>
/// <param name="Participant">Its code.</param>
/// <param name="Environment">The environment's key.</param>
/// <param name="ComesUp">When each role comes up; a role that never does is not there.</param>
/// <param name="HandedOut">When the participant tells others the role's address: when it comes up, or a little earlier.</param>
/// <param name="Faults">Windows in which roles go wrong; where two cover an instant, the earlier in the list holds.</param>
public sealed record EnvironmentPlan(
    string Participant,
    string Environment,
    IReadOnlyDictionary<string, DateTimeOffset> ComesUp,
    IReadOnlyDictionary<string, DateTimeOffset> HandedOut,
    IReadOnlyList<FaultWindow> Faults)
{
    public bool IsUp(string role, DateTimeOffset at) => ComesUp.TryGetValue(role, out var from) && from <= at;

    public bool IsAnythingUp(DateTimeOffset at) => ComesUp.Values.Any(from => from <= at);

    public FaultWindow? FaultOf(string role, DateTimeOffset at) => Faults.FirstOrDefault(fault => fault.Covers(role, at));

    /// <summary>What is wrong with the address as a whole: its line, or the certificate that all of its roles share.</summary>
    public FaultKind? AddressFaultAt(DateTimeOffset at) => Faults
        .Where(fault => IsOfAddress(fault) && fault.Covers(fault.Role, at))
        .Select(fault => (FaultKind?)fault.Kind)
        .FirstOrDefault();

    private static bool IsOfAddress(FaultWindow fault) =>
        fault.Kind is >= FaultKind.CertificateExpired and <= FaultKind.HalfOpen || (fault.IsWhole && fault.Kind is FaultKind.Down or FaultKind.Reset);
}
