using Rollout.Core.Calendar;
using Rollout.Core.Participants;

namespace Rollout.Core.Baselines;

/// <summary>A figure that a published state gives.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Period">The days it speaks of.</param>
/// <param name="Value">The figure.</param>
/// <param name="Document">Key of the document that gives it; null for the source of the whole.</param>
/// <param name="Note">How the document qualifies it ("theo trao đổi với Bộ Công an"); null when it does not.</param>
public sealed record StatedFigure(Participant Participant, string Measure, FigurePeriod Period, decimal Value, string? Document, string? Note);
