using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;

namespace Rollout.Web.Reading;

/// <summary>Reads whom a letter is to remind: the board's own filter, a status list, named participants; of which systems; until when; how it is signed.</summary>
public sealed class ReminderQuery
{
    /// <summary>The words of the query beside those of every board.</summary>
    public static ImmutableArray<(string Name, string Says)> Words { get; } =
    [
        ("deadline", "Before which day: a date after today"),
        ("system", "Key of a system; all of them when absent"),
        ("list", "Number of a status list: its participants alone"),
        ("participants", "Codes of participants, separated by commas: these alone"),
        ("q", "Part of a name"), ("region", "A region"), ("status", "A status that some step has"),
        ("verification", "What the probes see of some step"), ("waits", "Whom some step waits on: participant or the key of an agency"),
        ("signature", "Key of a way to sign; the usual one when absent"),
    ];

    private readonly List<QueryMistake> _mistakes = [];
    private readonly BoardView _view;
    private readonly Func<string, string?> _word;

    private ReminderQuery(BoardView view, Func<string, string?> word) => (_view, _word) = (view, word);

    /// <summary>The wish of a query; null where anything is wrong with it.</summary>
    /// <param name="view">The board.</param>
    /// <param name="form">The letter's words.</param>
    /// <param name="word">A word of the query; null when it is absent.</param>
    /// <param name="now">The domain's present.</param>
    public static (ReminderWish? Wish, ImmutableArray<QueryMistake> Mistakes) Read(BoardView view, LetterForm form, Func<string, string?> word, DateTimeOffset now)
    {
        var query = new ReminderQuery(view, name => word(name) is { Length: > 0 } said ? said : null);
        var deadline = query.Deadline(now);
        var systems = query.Systems();
        var signature = query.Signature(form);
        var rows = query.Rows();
        if (query._mistakes.Count > 0) return (null, [.. query._mistakes]);
        return (new(view.Board, view.Phase, view.AsOf, systems, rows, deadline, signature), []);
    }

    private DateOnly Deadline(DateTimeOffset now)
    {
        var today = HanoiTime.DayOf(now);
        var example = today.AddDays(15).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!DateOnly.TryParseExact(_word("deadline"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Wrong("deadline", "day", _word("deadline") ?? "", [example]);
        else if (day <= today) Wrong("deadline", "past", _word("deadline")!, [example]);
        return day;
    }

    private ImmutableArray<ConnectedSystem> Systems()
    {
        if (_word("system") is not { } key) return _view.Programme.Systems;
        if (_view.Programme.FindSystem(key) is { } system) return [system];
        Wrong("system", "unknown", key, [.. _view.Programme.Systems.Select(s => s.Key)]);
        return [];
    }

    private LetterSignature Signature(LetterForm form)
    {
        if (_word("signature") is not { } key) return form.Signatures[0];
        if (form.FindSignature(key) is { } signature) return signature;
        Wrong("signature", "unknown", key, [.. form.Signatures.Select(s => s.Key)]);
        return form.Signatures[0];
    }

    private ImmutableArray<ParticipantProgress> Rows()
    {
        Known("region", [.. _view.Board.Rows.Select(r => r.Participant.Region).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
        Known("status", [.. Core.Wording.Words.All<StepStatus>()]);
        Known("verification", [.. Core.Wording.Words.All<VerificationState>()]);
        Known("waits", [StepDefinition.Participant, .. _view.Programme.Organisations.Select(o => o.Key)]);
        var filter = MatrixFilter.Of(_view, _word("q"), _word("region"), _word("status"), _word("verification"), _word("waits"));
        var (listed, named) = (Listed(), Named());
        return
        [
            .. _view.Board.Rows.Where(r => filter.Shows(_view, r) && listed?.Contains(r.Participant.Code) != false && named?.Contains(r.Participant.Code) != false),
        ];
    }

    private HashSet<string>? Listed()
    {
        if (_word("list") is not { } number) return null;
        var lists = StatusLists.Of(_view.Board, _view.Phase.Key, _view.AsOf).Lists;
        var list = lists.FirstOrDefault(l => l.Definition.Number.ToString(CultureInfo.InvariantCulture) == number);
        if (list is not null) return [.. list.Participants.Select(p => p.Code)];
        Wrong("list", "unknown", number, [.. lists.Select(l => l.Definition.Number.ToString(CultureInfo.InvariantCulture))]);
        return null;
    }

    private HashSet<string>? Named()
    {
        if (_word("participants") is not { } codes) return null;
        var named = codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (named.FirstOrDefault(c => _view.Board.Find(c) is null) is { } unknown) Wrong("participants", "unknown", unknown, [.. _view.Board.Participants.All.Select(p => p.Code)]);
        return named;
    }

    private void Known(string name, ImmutableArray<string> choices)
    {
        if (_word(name) is { } said && !choices.Contains(said)) Wrong(name, "unknown", said, choices);
    }

    private void Wrong(string name, string code, string value, ImmutableArray<string> choices) => _mistakes.Add(new(name, code, value, choices, NotFound: false));
}
