using System.Collections.Immutable;

namespace Rollout.Core.Reports;

/// <summary>A column of paragraphs beside others.</summary>
/// <param name="Width">Its share of the width, in percent.</param>
/// <param name="Paragraphs">What stands in it.</param>
public sealed record ReportSide(int Width, ImmutableArray<ReportBlock.Paragraph> Paragraphs);
