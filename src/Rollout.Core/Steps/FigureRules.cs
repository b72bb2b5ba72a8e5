using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Steps;

/// <summary>
/// Who may state a participant's figure, and what can be one. The same figure again changes nothing; another one for the same period is a
/// correction and needs its reason. Periods may overlap: a quarter stands beside its months. Checked in the order in which the API answers: who
/// (403), version (409), rule (422).
/// </summary>
internal static class FigureRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.StateFigure command, DateTimeOffset now)
    {
        if (programme.FindMeasure(command.Measure) is not { } measure)
            return Rule("figure.measure", command.Measure, string.Join(", ", programme.Measures.Select(m => m.Key)));
        if (!MayState(programme, measure, command.Actor, command.Participant))
            return StepDecider.Refuse(command.Actor.Kind == ActorKind.Vendor ? Refusal.Forbidden("actor.vendor")
                : Refusal.Forbidden("figure.reportedBy", string.Join(", ", measure.ReportedBy.Prepend(programme.Lead).Distinct(StringComparer.Ordinal))));
        var before = row.Measured.Find(command.Measure, command.Period);
        var at = command.At ?? (before?.Since > now ? before.Since : now);
        if (before?.Value == command.Value) return new Decision.Accepted([], at);
        var import = command.Actor.Kind == ActorKind.Import;
        if (!import && command.Version != (before?.Version ?? 0))
            return StepDecider.Refuse(new(RefusalKind.Stale, Message.Of("version.stale", $"{command.Version}", $"{before?.Version ?? 0}")));
        if (import && before?.Since >= at) return Rule("import.later", $"{before.LastSeq}");
        if (Refused(measure, command) is { } message) return StepDecider.Refuse(new(RefusalKind.Rule, message));
        if (!import && before is not null && string.IsNullOrWhiteSpace(command.Note)) return Rule("note.required");
        return Dated(command, before, at, now, import);
    }

    /// <summary>Who states the figures of a participant: those whom the measure names, and the monitor.</summary>
    public static bool MayState(Programme programme, MeasureDefinition measure, Actor actor, ParticipantId participant) => actor.Kind switch
    {
        ActorKind.Import => true,
        ActorKind.Participant => actor.Participant == participant && measure.ReportedBy.Contains(StepDefinition.Participant),
        ActorKind.Agency => actor.Agency is { } agency && measure.ReportedBy.Contains(agency),
        ActorKind.Monitor => actor.Agency is { } lead && (lead == programme.Lead || measure.ReportedBy.Contains(lead)),
        _ => false,
    };

    private static Message? Refused(MeasureDefinition measure, StepCommand.StateFigure command) =>
        command.Period.IsReversed ? Message.Of("figure.reversed", Day(command.Period.From), Day(command.Period.To))
        : command.Value is { } value ? measure.Refuse(value) : null;

    /// <summary>Rule 7, and that nobody knows the figure of a period before it is over; a published state was written when it was.</summary>
    private static Decision Dated(StepCommand.StateFigure command, FigureFact? before, DateTimeOffset at, DateTimeOffset now, bool import)
    {
        if (!import && command.Period.To > HanoiTime.DayOf(now)) return Rule("figure.future", Day(command.Period.To), Day(HanoiTime.DayOf(now)));
        if (!import && command.At > now) return Rule("at.future", Instant(now));
        if (at < before?.Since) return Rule("at.beforeLast", Instant(before.Since));
        if (HanoiTime.DayOf(at) < command.Period.To) return Rule("figure.beforeEnd", Day(command.Period.To));
        return new Decision.Accepted([Event(command, before, import)], at);
    }

    private static StepEvent.FigureStated Event(StepCommand.StateFigure command, FigureFact? before, bool import) =>
        new(command.Measure, command.Period.From, command.Period.To, command.Value)
        {
            Basis = import ? Basis.Baseline : before is not null && command.Actor.Kind == ActorKind.Monitor ? Basis.Correction : Basis.Report,
            Precision = command.Precision,
            Document = command.Document,
            Files = [.. command.Files.Select(f => f.Hash)],
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static Decision Rule(string code, params ReadOnlySpan<string> arguments) => StepDecider.Refuse(Refusal.Rule(code, arguments));
}
