using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>Figures of measures as people read them.</summary>
public static class FigureWords
{
    /// <summary>A figure with its unit: a number as the reader's language writes it, with as many decimals as the measure shows.</summary>
    public static string Of(MeasureDefinition measure, decimal value)
    {
        var number = value.ToString($"N{measure.Decimals}", CultureInfo.CurrentCulture);
        // The unit stays on the line of its number.
        return measure.Unit == MeasureUnit.Percent ? $"{number}\u00A0%" : $"{number}\u00A0{Texts.Of(measure.Things)}";
    }

    /// <summary>A number of which no measure says how many decimals it has.</summary>
    public static string Of(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>The days that a figure speaks of.</summary>
    public static string Of(FigurePeriod period) => $"{TextHelpers.Day(period.From)}–{TextHelpers.Day(period.To)}";

    /// <summary>What an entry says: the measure, the days, the figure and the document.</summary>
    internal static string[] Details(Programme programme, StepEvent.FigureStated stated)
    {
        var measure = programme.FindMeasure(stated.Measure);
        var figure = stated.Value is not { } value ? "" : measure is null ? ExactNumber.Of(value) : Of(measure, value);
        return [.. new[] { measure is null ? stated.Measure : Texts.Of(measure.Short), figure, Of(stated.Period), stated.Document?.Number ?? "" }.Where(t => t.Length > 0)];
    }
}
