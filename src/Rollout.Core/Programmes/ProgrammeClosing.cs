using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>That a programme is closed: its ledger stays and can be read, the work goes on elsewhere or is over.</summary>
/// <param name="On">The first day on which it is closed.</param>
/// <param name="Successor">Key of the programme in which the work goes on, or null when in none.</param>
/// <param name="Note">Why, or what became of it, in words; null when the file says nothing.</param>
public sealed record ProgrammeClosing(DateOnly On, string? Successor, LocalizedText? Note);
