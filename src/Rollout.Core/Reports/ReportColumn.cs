namespace Rollout.Core.Reports;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its head.</param>
/// <param name="Width">Its share of the width, in percent.</param>
/// <param name="Centred">Whether its cells stand in the middle.</param>
public sealed record ReportColumn(string Heading, int Width, bool Centred);
