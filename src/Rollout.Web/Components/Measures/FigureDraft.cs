using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Web.Components.Measures;

/// <summary>What a person types to state a figure, to correct one or to take it back. It outlives refusals, so that nothing typed is lost.</summary>
public sealed class FigureDraft
{
    /// <summary>Key of the measure.</summary>
    public string Measure { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The figure as it is typed.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether the figure is taken back.</summary>
    public bool TakesBack { get; set; }

    /// <summary>The note; the reason, where something was said before.</summary>
    public string Note { get; set; } = "";

    /// <summary>Number of the document it rests on.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>Who issued it.</summary>
    public string DocumentIssuer { get; set; } = "";

    /// <summary>Its date.</summary>
    public DateOnly? DocumentDate { get; set; }

    /// <summary>The version that the person has seen of what was said before.</summary>
    public int Version { get; set; }

    /// <summary>The days; null while one of them is missing.</summary>
    public FigurePeriod? Period => From is { } from && To is { } to ? new(from, to) : null;

    /// <summary>What was said before of the same measure and days.</summary>
    public FigureFact? Before(ParticipantProgress row) => Period is { } period ? row.Measured.Find(Measure, period) : null;

    /// <summary>What is missing or is no number, by field; the sentence is of the resources.</summary>
    public IReadOnlyDictionary<string, string> Missing(MeasureDefinition measure, FigureFact? before)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        if (From is null) missing["from"] = "measures.missing.day";
        if (To is null) missing["to"] = "measures.missing.day";
        if (!TakesBack && FigureText.Read(Value, measure.Decimals) is null) missing["value"] = "measures.missing.value";
        if (before is not null && string.IsNullOrWhiteSpace(Note)) missing["note"] = "say.note.required";
        return missing;
    }

    /// <summary>The field that a refusal speaks of; null when it is of the whole.</summary>
    public static string? FieldOf(Refusal refusal) => refusal.Message.Code switch
    {
        "note.required" or "note.tooLong" => "note",
        "figure.percent" or "figure.count" or "figure.decimals" => "value",
        "figure.reversed" or "figure.future" or "figure.beforeEnd" => "to",
        _ => null,
    };

    /// <summary>The command of an actor.</summary>
    public StepCommand.StateFigure Command(Actor actor, ParticipantId participant, MeasureDefinition measure) =>
        new(actor, participant, Measure, Period!.Value, TakesBack ? null : FigureText.Read(Value, measure.Decimals), Version)
        {
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
            Document = (DocumentNumber + DocumentIssuer).Trim().Length == 0
                ? null : new(DocumentNumber.Trim(), DocumentIssuer.Trim(), DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        };
}
