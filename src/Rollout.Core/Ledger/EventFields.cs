using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Ledger;

/// <summary>
/// Events as plain fields, the one form in which they are both stored and hashed: a kind and sorted pairs of words. Absent fields are left
/// out, so that a field added later leaves older hashes as they are.
/// </summary>
public static class EventFields
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The kind's word.</summary>
    public static string KindOf(StepEvent happened) => happened switch
    {
        StepEvent.StatusChanged => "status",
        StepEvent.PartlyConfirmed => "partialConfirmation",
        StepEvent.Commented => "comment",
        StepEvent.VerificationChanged => "verification",
        StepEvent.Upheld => "upheld",
        StepEvent.ProbingChanged => "probing",
        StepEvent.SourceStated => "source",
        StepEvent.ServiceChanged => "service",
        StepEvent.FigureStated => "figure",
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no fields."),
    };

    /// <summary>The fields of an event, sorted by name.</summary>
    public static ImmutableSortedDictionary<string, string> Of(StepEvent happened)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        void Set(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) fields[name] = value;
        }
        void SetDocument(DocumentReference? document)
        {
            Set("documentNumber", document?.Number);
            Set("documentIssuer", document?.Issuer);
            Set("documentDate", document?.Date);
        }
        switch (happened)
        {
            case StepEvent.StatusChanged e:
                Set("from", Words.Of(e.From));
                Set("to", Words.Of(e.To));
                Set("basis", Words.Of(e.Basis));
                Set("blockedOn", e.Blocker?.On);
                Set("blockedKind", e.Blocker?.Kind);
                Set("blockedFrom", e.Blocker is null ? null : Words.Of(e.Blocker.From));
                Set("assumed", e.Assumed ? "true" : null);
                Set("precision", e.Precision == DatePrecision.Instant ? null : Words.Of(e.Precision));
                Set("outOfOrder", e.OutOfOrder ? "true" : null);
                SetDocument(e.Document);
                Set("takenOver", e.TakenOver ? "true" : null);
                Set("files", string.Join(',', e.Files));
                break;
            case StepEvent.Commented e:
                Set("from", Words.Of(e.Status));
                Set("to", Words.Of(e.Status));
                Set("files", string.Join(',', e.Files));
                break;
            case StepEvent.PartlyConfirmed e:
                Set("from", Words.Of(e.Status));
                Set("to", Words.Of(e.Status));
                Set("agency", e.Agency);
                break;
            case StepEvent.Upheld e:
                Set("from", Words.Of(e.Status));
                Set("to", Words.Of(e.Status));
                Set("verification", Words.Of(e.Verification));
                break;
            case StepEvent.ProbingChanged e:
                Set("from", e.From is null ? null : Words.Of(e.From.Value));
                Set("to", Words.Of(e.To));
                break;
            case StepEvent.VerificationChanged e:
                Set("from", Words.Of(e.Status));
                Set("to", Words.Of(e.Status));
                Set("verificationFrom", e.From is null ? null : Words.Of(e.From.Value));
                Set("verification", Words.Of(e.To));
                Set("faultOwner", e.FaultMark?.Owner);
                Set("faultCode", e.FaultMark?.Code);
                break;
            case StepEvent.SourceStated e:
                Set("precision", Words.Of(e.Precision));
                SetDocument(e.Document);
                break;
            case StepEvent.ServiceChanged e:
                Set("from", e.From is null ? null : Words.Of(e.From.Value));
                Set("to", Words.Of(e.To));
                Set("basis", Words.Of(e.Basis));
                break;
            case StepEvent.FigureStated e:
                // "from" and "to" are words of statuses in the public contract.
                Set("measure", e.Measure);
                Set("periodFrom", Day(e.From));
                Set("periodTo", Day(e.To));
                Set("value", e.Value is { } value ? ExactNumber.Of(value) : null);
                Set("basis", Words.Of(e.Basis));
                Set("precision", e.Precision == DatePrecision.Instant ? null : Words.Of(e.Precision));
                SetDocument(e.Document);
                Set("files", string.Join(',', e.Files));
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no fields.");
        }
        return fields.ToImmutable();
    }

    /// <summary>The event that fields say.</summary>
    /// <exception cref="FormatException">The fields say no event: the stored entry is damaged.</exception>
    public static StepEvent Read(string kind, IReadOnlyDictionary<string, string> fields)
    {
        string? Get(string name) => fields.GetValueOrDefault(name);
        T Word<T>(string name) where T : struct, Enum => Words.Read<T>(Said(name));
        T? Maybe<T>(string name) where T : struct, Enum => Get(name) is { } word ? Words.Read<T>(word) : null;
        string Said(string name) => Get(name) ?? throw new FormatException($"The field {name} is missing.");
        ValueList<string> Files() => Get("files") is { } files ? [.. files.Split(',')] : [];
        var document = (Get("documentNumber") ?? Get("documentIssuer") ?? Get("documentDate")) is null
            ? null
            : new DocumentReference(Get("documentNumber") ?? "", Get("documentIssuer") ?? "", Get("documentDate") ?? "");
        return kind switch
        {
            "status" => new StepEvent.StatusChanged(Word<StepStatus>("from"), Word<StepStatus>("to"), Word<Basis>("basis"))
            {
                Blocker = Get("blockedOn") is { } on ? new(on, Get("blockedKind") ?? "", Word<StepStatus>("blockedFrom")) : null,
                Assumed = Get("assumed") == "true",
                Precision = Maybe<DatePrecision>("precision") ?? DatePrecision.Instant,
                OutOfOrder = Get("outOfOrder") == "true",
                Document = document,
                TakenOver = Get("takenOver") == "true",
                Files = Files(),
            },
            "comment" => new StepEvent.Commented(Files()) { Status = Word<StepStatus>("to") },
            "partialConfirmation" => new StepEvent.PartlyConfirmed(Said("agency"))
            {
                Status = Word<StepStatus>("to"),
            },
            "verification" => new StepEvent.VerificationChanged(
                Maybe<VerificationState>("verificationFrom"), Word<VerificationState>("verification"),
                Get("faultOwner") is { } owner ? new(owner, Get("faultCode") ?? "") : null)
            {
                Status = Word<StepStatus>("to"),
            },
            "upheld" => new StepEvent.Upheld(Word<VerificationState>("verification")) { Status = Word<StepStatus>("to") },
            "probing" => new StepEvent.ProbingChanged(Maybe<ProbingConsent>("from"), Word<ProbingConsent>("to")),
            "source" => new StepEvent.SourceStated(document, Word<DatePrecision>("precision")),
            "service" => new StepEvent.ServiceChanged(Maybe<ServiceState>("from"), Word<ServiceState>("to"), Word<Basis>("basis")),
            "figure" => new StepEvent.FigureStated(
                Said("measure"), DayOf(Said("periodFrom")), DayOf(Said("periodTo")), Get("value") is { } value ? ExactNumber.Read(value) : null)
            {
                Basis = Word<Basis>("basis"),
                Precision = Maybe<DatePrecision>("precision") ?? DatePrecision.Instant,
                Document = document,
                Files = Files(),
            },
            _ => throw new FormatException($"The kind {kind} is not known."),
        };
    }

    private static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);
}
