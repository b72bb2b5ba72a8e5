namespace Rollout.Simulator;

/// <summary>Faults that come by chance: so many a month, each of so many hours, at one of the roles or at all of them ("*").</summary>
internal sealed record FaultRule(
    string Key, FaultKind Kind, IReadOnlyList<string> Roles, DayRange Hours, double PerMonth, IReadOnlyList<string>? Environments = null,
    IReadOnlyList<string>? Messages = null, int? Status = null, int? Milliseconds = null,
    bool Soap = false);

/// <summary>A fault told exactly; "*" as participant means a central trouble that everybody shows.</summary>
internal sealed record Outage(
    IReadOnlyList<string> Participants, IReadOnlyList<string> Environments, string Role, FaultKind Kind, DateTimeOffset From, DateTimeOffset Until,
    string? Message = null, int? Status = null, int? Milliseconds = null, bool Soap = false);
