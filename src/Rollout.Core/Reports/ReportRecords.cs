using System.Collections.Immutable;

namespace Rollout.Core.Reports;

/// <summary>A state as plain records.</summary>
/// <param name="Name">What they are, for the sheet's name.</param>
/// <param name="Fields">Names of the fields, part of the public contract.</param>
/// <param name="Rows">The records.</param>
public sealed record ReportRecords(string Name, ImmutableArray<string> Fields, ImmutableArray<ImmutableArray<ReportCell>> Rows);
