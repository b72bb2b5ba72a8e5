using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>Who reported or confirmed a step, as test minutes print it: offices and agencies, never people.</summary>
/// <param name="At">When.</param>
/// <param name="Precision">How exactly that is known.</param>
/// <param name="By">The office or agency.</param>
/// <param name="What">What it said.</param>
public sealed record MinutesStatement(DateTimeOffset At, DatePrecision Precision, string By, string What);
