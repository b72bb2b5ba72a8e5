using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Trends;

/// <summary>When a participant did each step of a phase.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record Timeline(Participant Participant, ImmutableArray<Timeline.DoneStep> Steps)
{
    /// <summary>A step on it.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="DoneAt">Since when it is done; null while it is not.</param>
    /// <param name="Precision">How exactly that is known.</param>
    public sealed record DoneStep(StepDefinition Step, DateTimeOffset? DoneAt, DatePrecision Precision)
    {
        /// <summary>Whether it concerns the participant; what does not is neither done nor missing.</summary>
        public bool Applies { get; init; } = true;
    }

    /// <summary>How many steps are done.</summary>
    public int Done => Steps.Count(s => s.DoneAt is not null);

    /// <summary>How many steps there are to do.</summary>
    public int Count => Steps.Count(s => s.Applies);

    /// <summary>Since when all are done; null while any is not.</summary>
    public DateTimeOffset? WholeAt => Done > 0 && Done == Count ? Steps.Max(s => s.DoneAt) : null;

    /// <summary>Whether its steps were done on more than one day: one published day for all of them measures nobody's way.</summary>
    public bool TellsTheWay => Steps.Where(s => s.DoneAt is not null).Select(s => HanoiTime.DayOf(s.DoneAt!.Value)).Distinct().Count() > 1;

    /// <summary>Since when all steps of a part are done; null while any is not.</summary>
    public DateTimeOffset? PartAt(string part)
    {
        var marks = Steps.Where(s => s.Step.Part == part && s.Applies).ToList();
        return marks.Count > 0 && marks.TrueForAll(m => m.DoneAt is not null) ? marks.Max(m => m.DoneAt) : null;
    }

    /// <summary>The instant at which this one had as many steps done as another has now; null when either has none, or this one fewer.</summary>
    /// <param name="done">How many the other has done.</param>
    public DateTimeOffset? WhenItHad(int done)
    {
        var days = Steps.Select(s => s.DoneAt).OfType<DateTimeOffset>().Order().ToList();
        return done >= 1 && done <= days.Count ? days[done - 1] : null;
    }

    /// <summary>The timeline of a row of a board.</summary>
    public static Timeline Of(Programme programme, ParticipantProgress row, string phase) => new(
        row.Participant, [.. programme.Steps.Select(s => Of(s, row[phase, s.Key], row.Applies(phase, s)))]);

    /// <summary>The yardstick: who had all steps of the phase done first, in official order among equals; null while nobody has.</summary>
    public static Timeline? Yardstick(Board board, string phase) =>
        board.Rows.Select(r => Of(board.Programme, r, phase)).Where(t => t.WholeAt is not null).MinBy(t => t.WholeAt);

    private static DoneStep Of(StepDefinition step, StepState cell, bool applies) => applies && cell.Status == StepStatus.Done
        ? new DoneStep(step, cell.Since, cell.Precision)
        : new DoneStep(step, null, DatePrecision.Instant) { Applies = applies };
}
