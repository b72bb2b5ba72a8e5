using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>What came of reading a programme file: the programme, or every mistake in it.</summary>
/// <param name="Programme">The programme; null when there is a mistake.</param>
/// <param name="Mistakes">All mistakes at once, in the order of the file.</param>
public sealed record ProgrammeReading(Programme? Programme, ImmutableArray<Mistake> Mistakes);
