using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>What several reports say in the same way: instants, agencies, who wrote an entry.</summary>
/// <param name="Programme">The programme, whose words they are.</param>
/// <param name="Language">Two letters.</param>
public sealed record ReportPhrases(Programme Programme, string Language)
{
    /// <summary>A text of the programme.</summary>
    public string Say(LocalizedText text) => text.In(Language);

    /// <summary>A text of the programme with its facts put in.</summary>
    public string Say(LocalizedText text, params ReadOnlySpan<object?> facts) => string.Format(CultureInfo.InvariantCulture, text.In(Language), facts);

    /// <summary>A day as documents write it.</summary>
    public static string Day(DateTimeOffset at) => at.ToOffset(HanoiTime.Offset).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant: a day where it is the end of one, else with its time.</summary>
    public static string Moment(DateTimeOffset at) =>
        at == HanoiTime.EndOf(HanoiTime.DayOf(at)) ? Day(at) : at.ToOffset(HanoiTime.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time as exactly as its source gives it.</summary>
    public static string Since(StepState cell) => cell.Since is not { } at ? "" : cell.Precision == DatePrecision.Month
        ? at.ToOffset(HanoiTime.Offset).ToString("MM/yyyy", CultureInfo.InvariantCulture) : Day(at);

    /// <summary>The short name that an agency bears on a day, or what a participant is called.</summary>
    public string Agency(string key, DateTimeOffset on) => key == StepDefinition.Participant ? Say(Programme.ParticipantWord).ToLower(CultureInfo.InvariantCulture)
        : Programme.FindOrganisation(key) is { } known ? Say(known.NameOn(HanoiTime.DayOf(on)).Short) : key;

    /// <summary>Several of them in a line.</summary>
    public string Agencies(ImmutableArray<string> keys, DateTimeOffset on) => string.Join(", ", keys.Select(k => Agency(k, on)));

    /// <summary>Who stands behind an entry beside its participant: an office, an agency or a document, never a person.</summary>
    public string By(LedgerEntry entry) => entry.Actor switch
    {
        { Kind: ActorKind.Participant } actor => actor.Office ?? "",
        { Agency: { } agency } => Agency(agency, entry.At),
        _ when (entry.Event as StepEvent.StatusChanged)?.Document is { } document => document.Number,
        _ => "",
    };

    /// <summary>Names in a line, or what stands for none.</summary>
    public static string Names(IEnumerable<Participant> names) => string.Join(", ", names.Select(p => p.Name));
}
