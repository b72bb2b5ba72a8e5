using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>
/// How the figures of a measure are painted: by its thresholds; where it has none by its target; and where it has neither by a quarter of the
/// highest. No figure is none of these.
/// </summary>
/// <param name="texts">The words.</param>
/// <param name="measure">The measure.</param>
/// <param name="ranking">Everybody's figures.</param>
public sealed class MeasureShades(Texts texts, MeasureDefinition measure, Ranking ranking)
{
    private const int Levels = 4;
    private readonly decimal _highest = ranking.Ranked.Select(r => r.Value).DefaultIfEmpty(0).Max();

    /// <summary>The look of a figure; null is none.</summary>
    public Look Of(decimal? value) => value switch
    {
        null => Looks.Figureless,
        { } said when !measure.Thresholds.IsEmpty => Band(measure.BandOf(said)),
        { } said when measure.Reaches(said) is { } reaches => reaches ? Looks.Reached : Looks.NotReached,
        { } said => Level(said),
    };

    private Look Band(int band)
    {
        var (count, good) = (measure.Thresholds.Length, measure.Better == BetterWhen.Lower ? 0 : measure.Thresholds.Length);
        var look = band == good ? Looks.Reached : band == count - good ? Looks.Crossed : Looks.NotReached;
        return look with
        {
            Says = band == 0 ? texts["measures.upTo", Figure(measure.Thresholds[0])]
                : band == count ? texts["measures.above", Figure(measure.Thresholds[^1])] : texts["measures.between", Figure(measure.Thresholds[band - 1]), Figure(measure.Thresholds[band])],
        };
    }

    private Look Level(decimal value)
    {
        var level = _highest == 0 ? 1 : Math.Clamp((int)Math.Ceiling(value / _highest * Levels), 1, Levels);
        return new("measures.figure", $"is-level-{level}", "") { Says = texts["measures.upTo", Figure(Math.Round(_highest * level / Levels, measure.Decimals))] };
    }

    private string Figure(decimal value) => FigureWords.Of(measure, value);
}
