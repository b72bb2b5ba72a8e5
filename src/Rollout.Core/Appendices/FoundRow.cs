using System.Collections.Immutable;

namespace Rollout.Core.Appendices;

/// <summary>A row of the lists as it was found, nothing of it checked yet.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Number">What stands for its number.</param>
/// <param name="Title">What stands for its title.</param>
/// <param name="Count">What stands for its count; empty when nothing does.</param>
/// <param name="Names">The names, as written.</param>
internal sealed record FoundRow(int Line, string Number, string Title, string Count, ImmutableArray<FoundName> Names);
