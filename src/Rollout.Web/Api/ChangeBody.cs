using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>What somebody wants of a step.</summary>
internal sealed record ChangeBody : ICheckedBody
{
    /// <summary>The status wanted.</summary>
    public string? To { get; init; }

    /// <summary>The version of the cell that the author saw.</summary>
    public int? Version { get; init; }

    /// <summary>What the author writes.</summary>
    public string? Note { get; init; }

    /// <summary>On whom it waits: <c>participant</c> or an agency's key.</summary>
    public string? BlockedOn { get; init; }

    /// <summary>The kind of obstacle.</summary>
    public string? BlockedKind { get; init; }

    /// <summary>Since when it holds: a day, or an instant with its offset.</summary>
    public string? At { get; init; }

    /// <summary>The document it rests on.</summary>
    public DocumentBody? Document { get; init; }

    /// <summary>The files given with it, uploaded before.</summary>
    public ImmutableArray<FileBody?>? Files { get; init; }

    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        Words.Find<StepStatus>(To) is null ? new("to", "unknown", To ?? "", [.. Words.All<StepStatus>()], NotFound: false)
        : Version is null or < 0 ? new("version", "number", $"{Version}", ["0, 1, 2…"], NotFound: false)
        : !HanoiTime.TryReadSince(At, out _) ? new("at", "instant", At!, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false)
        : FileBody.Mistake(Files);

    /// <summary>The command of an actor.</summary>
    public StepCommand.Change Command(Actor actor, StepKey key) => new(actor, key, Words.Read<StepStatus>(To!), Version!.Value)
    {
        Note = Note,
        BlockedOn = BlockedOn,
        BlockedKind = BlockedKind,
        At = HanoiTime.TryReadSince(At, out var since) ? since : null,
        Document = Document?.Reference,
        Files = FileBody.References(Files),
    };
}
