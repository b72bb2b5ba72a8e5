using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;

namespace Rollout.Web.Components.Acting;

/// <summary>What a person types to act on a step. It outlives refusals and changes by others, so that nothing typed is lost.</summary>
public sealed class StepForm(StepOffer offer, int version)
{
    /// <summary>What it is for.</summary>
    public StepAction Action { get; } = offer.Action;

    /// <summary>The status it asks for; chosen by the person in a correction.</summary>
    public StepStatus To { get; set; } = offer.To;

    /// <summary>The version of the cell that the person has seen.</summary>
    public int Version { get; set; } = version;

    /// <summary>The note.</summary>
    public string Note { get; set; } = "";

    /// <summary>Since when it holds; null for now.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Number of the document it rests on.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>Who issued it.</summary>
    public string DocumentIssuer { get; set; } = "";

    /// <summary>Its date.</summary>
    public DateOnly? DocumentDate { get; set; }

    /// <summary>On whom it waits.</summary>
    public string BlockedOn { get; set; } = "";

    /// <summary>The kind of obstacle.</summary>
    public string BlockedKind { get; set; } = "";

    /// <summary>The evidence.</summary>
    public IReadOnlyList<FileReference> Files { get; set; } = [];

    /// <summary>The form of a report that was prepared.</summary>
    public static StepForm Of(StepOffer offer, int version, ReportDraft? draft) => draft is null ? new(offer, version) : new(offer, version)
    {
        Note = draft.Note,
        Day = draft.At is { } at ? HanoiTime.DayOf(at) : null,
        DocumentNumber = draft.Document?.Number ?? "",
        DocumentIssuer = draft.Document?.Issuer ?? "",
        DocumentDate = DateOnly.TryParseExact(draft.Document?.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Files = draft.Files,
    };

    /// <summary>What is typed, as a draft that an office will submit.</summary>
    public ReportDraft Draft(string programme, StepKey key, string author, DateTimeOffset written) => new(programme, key, author, written)
    {
        Note = Note.Trim(),
        At = Day is { } day ? HanoiTime.StartOf(day) : null,
        Document = Document,
        Files = [.. Files],
    };

    /// <summary>Whether a day can be named since when it holds: of reports and corrections (rule 7).</summary>
    public bool Dated => Action is StepAction.Start or StepAction.Review or StepAction.Report or StepAction.Withdraw or StepAction.Block or StepAction.Unblock or StepAction.Correct;

    /// <summary>Whether a document can be named.</summary>
    public bool Documented => Action is StepAction.Report or StepAction.Correct;

    /// <summary>Whether files can be given.</summary>
    public bool WithFiles => Action is StepAction.Report or StepAction.Block or StepAction.Return or StepAction.Correct;

    /// <summary>Whether a reason has to be given.</summary>
    public bool NoteRequired => Action is StepAction.Return or StepAction.Block or StepAction.Correct;

    /// <summary>Whether it says what holds the step up.</summary>
    public bool Blocks => To == StepStatus.Blocked;

    /// <summary>What is missing, by field; the sentence is of the resources.</summary>
    public IReadOnlyDictionary<string, string> Missing()
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        if (NoteRequired && string.IsNullOrWhiteSpace(Note)) missing["note"] = "say.note.required";
        if (Blocks && BlockedOn.Length == 0) missing["on"] = "act.blockedOn.missing";
        if (Blocks && BlockedKind.Length == 0) missing["kind"] = "act.blockedKind.missing";
        return missing;
    }

    /// <summary>The field a refusal speaks of; null when it is of the whole.</summary>
    public static string? FieldOf(Refusal refusal) => refusal.Message.Code switch
    {
        "note.required" or "note.tooLong" => "note",
        "block.on" => "on",
        "block.kind" => "kind",
        "at.future" or "at.beforeLast" or "at.confirmation" => "day",
        "gate.document" => "document",
        _ => null,
    };

    /// <summary>The command of an actor.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="key">Which cell.</param>
    /// <param name="lastAt">The cell's latest entry: a day that begins before it, but is the same day, means from then on.</param>
    /// <param name="now">The domain's present.</param>
    public StepCommand.Change Command(Actor actor, StepKey key, DateTimeOffset? lastAt, DateTimeOffset now) => new(actor, key, To, Version)
    {
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
        At = Dated ? At(lastAt, now) : null,
        Document = Documented ? Document : null,
        BlockedOn = Blocks ? BlockedOn : null,
        BlockedKind = Blocks ? BlockedKind : null,
        Files = WithFiles ? new ValueList<FileReference>([.. Files]) : [],
    };

    private DocumentReference? Document => (DocumentNumber + DocumentIssuer).Trim().Length == 0
        ? null : new(DocumentNumber.Trim(), DocumentIssuer.Trim(), DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private DateTimeOffset? At(DateTimeOffset? lastAt, DateTimeOffset now)
    {
        if (Day is not { } day || day == HanoiTime.DayOf(now)) return null;
        var start = HanoiTime.StartOf(day);
        return lastAt > start && HanoiTime.DayOf(lastAt.Value) == day ? lastAt : start;
    }
}
