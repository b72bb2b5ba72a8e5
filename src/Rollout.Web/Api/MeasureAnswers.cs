using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Measures and figures to answers. No figure is null or absent, never zero.</summary>
internal static class MeasureAnswers
{
    public static object Definition(MeasureDefinition measure) => new
    {
        measure.Key,
        Title = Texts.Of(measure.Title),
        Short = Texts.Of(measure.Short),
        Unit = Words.Of(measure.Unit),
        Of = Texts.Of(measure.Things),
        measure.Decimals,
        Better = Words.Of(measure.Better),
        measure.Thresholds,
        measure.Target,
        Sums = measure.Sums,
        measure.ReportedBy,
        measure.Source,
    };

    public static object Summary(Board board, MeasureDefinition measure)
    {
        var ranking = Ranking.Of(board, measure);
        return new
        {
            measure.Key,
            Definition = Definition(measure),
            Period = Period(ranking.Period),
            Periods = board.PeriodsOf(measure.Key).Select(p => Period(p)),
            Counted = ranking.Ranked.Length,
            Missing = ranking.Without.Length,
            Total = Total(ranking),
            Above = Above(ranking),
        };
    }

    public static object? Total(Ranking ranking) => ranking.Total is { } total ? new { total.Sum, total.Counted, total.Missing, total.Whole } : null;

    public static object Above(Ranking ranking) => ranking.Measure.Thresholds.Select(t => new { Threshold = t, Count = ranking.Above(t).Count() });

    public static object? Period(FigurePeriod? period) => period is { } days ? new { days.From, days.To } : null;

    public static object Ranked(Board board, Ranking ranking, RankedFigure place) => new
    {
        place.Rank,
        place.Participant.Code,
        place.Participant.Name,
        place.Value,
        Band = ranking.Measure.BandOf(place.Value),
        Reaches = ranking.Measure.Reaches(place.Value),
        place.Fact.Since,
        Precision = Words.Of(place.Fact.Precision),
        Basis = Words.Of(place.Fact.Basis),
        By = By(place.Fact.By),
        place.Fact.Document,
        place.Fact.Version,
        Series = Series(board[place.Participant.Id], ranking.Measure, ranking.Period),
    };

    /// <summary>Who has no figure; one that was taken back says so by its version.</summary>
    public static object Without(Board board, Ranking ranking, Participant participant) => new
    {
        participant.Code,
        participant.Name,
        Version = ranking.Period is { } period ? board[participant.Id].Measured.Find(ranking.Measure.Key, period)?.Version ?? 0 : 0,
        Series = Series(board[participant.Id], ranking.Measure, ranking.Period),
    };

    public static object Changed(FigureChange change) => new
    {
        change.Participant.Code,
        change.Participant.Name,
        change.Period.From,
        change.Period.To,
        change.Before,
        change.After,
        Difference = change.After - change.Before,
        change.Improved,
    };

    public static object Published(PublishedLine line)
    {
        var figure = line.Now.Figure;
        return new
        {
            figure.Key,
            Title = Texts.Of(figure.Title),
            figure.Value,
            figure.OutOf,
            figure.OrMore,
            Unit = figure.Unit is { } unit ? Texts.Of(unit) : null,
            AsOf = $"{figure.AsOf}",
            figure.Source,
            Beside = Beside(figure.Beside),
            line.Now.Counted,
            line.Now.Missing,
            Difference = PublishedLine.Difference(line.Now),
            line.Now.Differs,
            // A document is judged by its own day.
            AtItsDate = new { AsOf = line.ThenAt, line.Then.Counted, line.Then.Missing, Difference = PublishedLine.Difference(line.Then), line.Then.Differs },
        };
    }

    /// <summary>A figure as it now stands.</summary>
    public static object Figure(Participant participant, string measure, FigurePeriod period, FigureFact? fact) => new
    {
        participant.Code,
        participant.Name,
        Measure = measure,
        period.From,
        period.To,
        fact?.Value,
        fact?.Since,
        Precision = fact is null ? null : Words.Of(fact.Precision),
        Basis = fact is null ? null : Words.Of(fact.Basis),
        By = fact is null ? null : By(fact.By),
        fact?.Document,
        Version = fact?.Version ?? 0,
    };

    private static object? Beside(BesideCount? beside) => beside switch
    {
        BesideCount.InList list => new { List = list.Number },
        BesideCount.AtStep at => new { at.Step, Is = at.Status },
        BesideCount.OfMeasure of => new { of.Measure },
        _ => null,
    };

    private static IEnumerable<object> Series(ParticipantProgress row, MeasureDefinition measure, FigurePeriod? like) =>
        FigureSeries.Of(row, measure.Key, like).Select(p => new { p.Period.From, p.Period.To, p.Value });

    /// <summary>An office or an agency, never a person.</summary>
    internal static object By(Actor actor) => new { Kind = Words.Of(actor.Kind), Name = actor.PublicName, actor.Office };
}
