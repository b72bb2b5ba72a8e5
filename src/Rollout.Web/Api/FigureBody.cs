using System.Collections.Immutable;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A figure that somebody states, corrects or takes back.</summary>
internal sealed record FigureBody : ICheckedBody
{
    private static readonly string[] Days = ["2025-07-01", "2025-07", "2025"];

    /// <summary>Code of the participant.</summary>
    public string? Code { get; init; }

    /// <summary>The first day that it speaks of; a month or a year alone begins on its first.</summary>
    public string? From { get; init; }

    /// <summary>The last day that it speaks of; a month or a year alone ends on its last, and stands for both where <see cref="From"/> is left out.</summary>
    public string? To { get; init; }

    /// <summary>The figure; null takes it back. What is left out takes nothing back.</summary>
    public JsonElement Value { get; init; }

    /// <summary>How many entries of this measure and period the author saw; 0 where there was none.</summary>
    public int? Version { get; init; }

    /// <summary>What the author writes; the reason, where a figure is there already.</summary>
    public string? Note { get; init; }

    /// <summary>Since when it is said: a day, or an instant with its offset.</summary>
    public string? At { get; init; }

    /// <summary>The document it rests on.</summary>
    public DocumentBody? Document { get; init; }

    /// <summary>The files given with it, uploaded before.</summary>
    public ImmutableArray<FileBody?>? Files { get; init; }

    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        string.IsNullOrWhiteSpace(Code) ? new("code", "body", "", ["92"], NotFound: false)
        : PartialDate.Parse(To) is null ? new("to", "period", To ?? "", [.. Days], NotFound: false)
        : PartialDate.Parse(From ?? To) is null ? new("from", "period", From!, [.. Days], NotFound: false)
        : !IsFigure ? new("value", "body", Value.ValueKind == JsonValueKind.Undefined ? "" : Value.GetRawText(), ["44.47", "null"], NotFound: false)
        : Version is null or < 0 ? new("version", "number", $"{Version}", ["0, 1, 2…"], NotFound: false)
        : !HanoiTime.TryReadSince(At, out _) ? new("at", "instant", At!, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false)
        : FileBody.Mistake(Files);

    private bool IsFigure => Value.ValueKind == JsonValueKind.Null || (Value.ValueKind == JsonValueKind.Number && Value.TryGetDecimal(out _));

    /// <summary>The days that it speaks of; they may be the wrong way round, which the rules refuse.</summary>
    public FigurePeriod Period => new(PartialDate.Parse(From ?? To)!.Value.First, PartialDate.Parse(To)!.Value.Last);

    /// <summary>The command of an actor.</summary>
    public StepCommand.StateFigure Command(Actor actor, ParticipantId participant, string measure) =>
        new(actor, participant, measure, Period, Value.ValueKind == JsonValueKind.Null ? null : Value.GetDecimal(), Version!.Value)
        {
            Note = Note,
            At = HanoiTime.TryReadSince(At, out var since) ? since : null,
            Document = Document?.Reference,
            Files = FileBody.References(Files),
        };
}
