using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>What an address asks of the ledger, for the page and for its files alike.</summary>
/// <param name="Filter">Which entries; what is wrong in the address limits nothing here, and nothing may be shown.</param>
/// <param name="Before">Only entries before this one.</param>
/// <param name="Mistakes">What is wrong with the address.</param>
public sealed record ActivityQuery(ActivityFilter Filter, long? Before, ImmutableArray<QueryMistake> Mistakes)
{
    /// <summary>The kinds of entry, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["status", "partialConfirmation", "comment", "verification", "upheld", "service", "probing", "figure", "source"];

    /// <summary>The words of the address beside those of every board.</summary>
    public static ImmutableArray<string> Names { get; } = ["participant", "step", "kind", "basis", "office", "person", "from", "to"];

    /// <summary>Reads an address.</summary>
    /// <param name="view">The board it means.</param>
    /// <param name="phase">Key of a phase; all phases when it is empty.</param>
    /// <param name="word">A word of the query by name.</param>
    /// <param name="reader">Who reads; null for the public.</param>
    public static ActivityQuery Read(BoardView view, string? phase, Func<string, string?> word, Person? reader)
    {
        var mistakes = ImmutableArray.CreateBuilder<QueryMistake>();
        var programme = view.Programme;
        string? Given(string name) => word(name)?.Trim() is { Length: > 0 } text ? text : null;
        T? Known<T>(string name, Func<string, T?> find, IEnumerable<string> choices)
        {
            if (Given(name) is not { } text) return default;
            if (find(text) is { } found) return found;
            mistakes.Add(new(name, "unknown", text, [.. choices], NotFound: false));
            return default;
        }
        DateOnly? Day(string name)
        {
            if (Given(name) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            mistakes.Add(new(name, "day", text, ["2024-07-15"], NotFound: false));
            return null;
        }

        var (from, to) = (Day("from"), Day("to"));
        if (from > to) mistakes.Add(new("from", "dayOrder", Given("from")!, [Given("to")!], NotFound: false));
        if (Given("person") is { } person && reader is null) mistakes.Add(new("person", "personClosed", person, [], NotFound: false));
        long? before = null;
        if (Given("before") is { } place && !((before = long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null) > 0))
            mistakes.Add(new("before", "number", place, ["1–"], NotFound: false));
        var participant = Known("participant", code => view.Board.Find(code)?.Participant, view.Board.Participants.All.Select(p => p.Code));
        if (participant is not null && reader?.Mandate.MayRead(programme, participant.Id) == false)
            mistakes.Add(new("participant", "notYours", participant.Code, [.. reader.Mandate.Participants.Select(p => p.Code)], NotFound: false));
        var end = to is { } last ? HanoiTime.EndOf(last) : (DateTimeOffset?)null;
        var office = Given("office");
        var agency = programme.Organisations.FirstOrDefault(o => IsCalled(o, office));
        return new(
            new(programme.Key)
            {
                Participant = participant?.Id,
                Only = programme.Reading == ReadingScope.Own && reader is not null ? reader.Mandate.Participants : [],
                Phase = string.IsNullOrEmpty(phase) ? null : phase,
                Step = Known("step", programme.FindStep, programme.Steps.Select(s => s.Key))?.Key,
                ActorName = Given("person"),
                Agency = agency?.Key,
                Office = agency is null ? office : null,
                Basis = Known("basis", text => Words.Find<Basis>(text), Words.All<Basis>()),
                Kind = Known("kind", text => Kinds.Contains(text) ? text : null, Kinds),
                From = from is { } first ? HanoiTime.StartOf(first) : null,
                To = view.Live ? end : end < view.AsOf ? end : view.AsOf,
                KnownOn = view.KnownOn,
            },
            before, [.. mistakes.OrderBy(m => Names.IndexOf(m.Parameter))]);
    }

    /// <summary>An agency is found by its key or by any of its names.</summary>
    private static bool IsCalled(Organisation agency, string? text) => text is not null && agency.Names
        .SelectMany(n => new[] { n.Short, n.Full }).Select(Texts.Of).Append(agency.Key).Contains(text, StringComparer.CurrentCultureIgnoreCase);
}
