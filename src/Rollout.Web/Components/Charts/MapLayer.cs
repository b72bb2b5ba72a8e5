using System.Collections.Immutable;
using Rollout.Core.Deadlines;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Charts;

/// <summary>A way to colour the map: by a system, by all of them, by the service, by what the probes see, by what is due, by a measure.</summary>
/// <param name="Key">Its word in the address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Short">Its title on the switch.</param>
public sealed record MapLayer(string Key, string Title, string Short)
{
    private const string All = "all", Service = "service", Verification = "verification", Due = "due", Measure = "measure-";

    /// <summary>The layers that a programme has; the first is the default.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="deadlines">Whether anything in it has a deadline.</param>
    public static ImmutableArray<MapLayer> Of(Texts texts, Programme programme, bool deadlines)
    {
        var layers = programme.Systems.Select(s => new MapLayer(s.Key, Texts.Of(s.Title), Texts.Of(s.Short))).ToList();
        if (programme.Systems.Length > 1) layers.Add(new(All, texts["map.all.title"], texts["map.all"]));
        if (programme.Service is { } service) layers.Add(new(Service, Texts.Of(service.Title), texts["map.service"]));
        if (!programme.Probes.IsEmpty) layers.Add(new(Verification, texts["map.verification.title"], texts["map.verification"]));
        if (deadlines) layers.Add(new(Due, texts["map.due.title"], texts["map.due"]));
        layers.AddRange(programme.Measures.Select(m => new MapLayer(Measure + m.Key, Texts.Of(m.Short), Texts.Of(m.Short))));
        return [.. layers];
    }

    /// <summary>What the layer says of every participant.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="view">The board.</param>
    /// <param name="due">What is overdue or soon due.</param>
    /// <param name="link">Where a click on a participant leads, by its code.</param>
    public ImmutableArray<MapArea> Areas(Texts texts, BoardView view, DueReading? due, Func<string, string> link)
    {
        if (view.Programme.Measures.FirstOrDefault(m => Key == Measure + m.Key) is { } measure) return Figures(texts, view, measure, link);
        var worst = Key == Due ? Worst(due) : [];
        return [.. view.Board.Rows.Select(row =>
        {
            var (look, since) = Key == Due ? Late(texts, worst.GetValueOrDefault(row.Participant.Id), due?.UnknownOf.ContainsKey(row.Participant.Id) == true) : Read(texts, view, row);
            var participant = row.Participant;
            return new MapArea(participant.Code, participant.Name, texts.WithKind(participant), look, texts[look.Key], since, link(participant.Code));
        })];
    }

    /// <summary>Everybody's figure of the latest period; who has none is not painted as if it were zero.</summary>
    private static ImmutableArray<MapArea> Figures(Texts texts, BoardView view, MeasureDefinition measure, Func<string, string> link)
    {
        var ranking = Ranking.Of(view.Board, measure);
        var shades = new MeasureShades(texts, measure, ranking);
        var figures = ranking.Ranked.ToDictionary(r => r.Participant.Id, r => r.Value);
        return [.. view.Board.Participants.All.Select(participant =>
        {
            decimal? value = figures.TryGetValue(participant.Id, out var figure) ? figure : null;
            var look = shades.Of(value);
            return new MapArea(
                participant.Code, participant.Name, texts.WithKind(participant), look, look.Says ?? texts[look.Key],
                value is { } said ? $"{FigureWords.Of(measure, said)} ({FigureWords.Of(ranking.Period!.Value)})" : "", link(participant.Code));
        })];
    }

    /// <summary>Of each participant what is due first, its own before what waits on others.</summary>
    private static Dictionary<ParticipantId, DueItem> Worst(DueReading? due) => (due?.Items ?? []).GroupBy(i => i.Participant.Id)
        .ToDictionary(g => g.Key, g => g.OrderBy(i => i.State).ThenBy(i => !i.WaitsOn.Contains(StepDefinition.Participant)).First());

    private static (Look Look, string Since) Late(Texts texts, DueItem? item, bool unknown) => item switch
    {
        null => (unknown ? Looks.Unknown : Looks.InTime, ""),
        _ when !item.WaitsOn.Contains(StepDefinition.Participant) => (Looks.DueElsewhere, texts.Due(item)),
        _ => (Looks.Of(item.State), texts.Due(item)),
    };

    private (Look Look, string Since) Read(Texts texts, BoardView view, ParticipantProgress row) => Key switch
    {
        All => Read(texts, Standing.OfAll(view, row)),
        Service => (Looks.Of(row.Service?.State), row.Service is { } fact ? texts["since", Texts.Moment(fact.Since)] : ""),
        Verification => Seen(texts, view, row),
        _ => Read(texts, Standing.Of(view, row, Key)),
    };

    private static (Look Look, string Since) Read(Texts texts, Standing standing) =>
        (standing.Look, standing.Since is { } since ? texts["since", texts.Time(since, standing.Precision)] : "");

    /// <summary>The worst that the probes see of a participant; what cannot be observed says nothing while anything else can.</summary>
    private static (Look Look, string Since) Seen(Texts texts, BoardView view, ParticipantProgress row)
    {
        var cells = row.In(view.Phase.Key).ToArray();
        foreach (var state in new[] { VerificationState.Failing, VerificationState.Stale, VerificationState.Passing })
            if (cells.Where(c => c.Verification == state).Min(c => c.VerifiedSince) is { } since)
                return (Looks.Of(state), texts["since", Texts.Moment(since)]);
        return (Looks.Of(VerificationState.NotObservable), "");
    }
}
