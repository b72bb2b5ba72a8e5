using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Web.Components.Shared;
using Rollout.Web.Measuring;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Measures;

/// <content>What the address asks for.</content>
public sealed partial class MeasuresPage
{
    private static readonly string[] Formats = ["csv", "xlsx"];
    private MeasuresView? _shown;
    private QueryMistake? _mistake;
    private string? _day;

    [Inject] private MovementReading Movement { get; set; } = default!;

    [Inject] private PublishedReading Published { get; set; } = default!;

    /// <summary>Key of the measure; the programme's first when absent.</summary>
    [SupplyParameterFromQuery(Name = "measure")] public string? MeasureKey { get; set; }

    /// <summary>The days; the latest when absent.</summary>
    [SupplyParameterFromQuery(Name = "period")] public string? PeriodText { get; set; }

    /// <summary>From which end: <c>best</c>, or else as letters name them, the worst first.</summary>
    [SupplyParameterFromQuery(Name = "order")] public string? OrderText { get; set; }

    /// <summary>The earlier reading that is compared with.</summary>
    [SupplyParameterFromQuery(Name = "since")] public string? SinceText { get; set; }

    /// <summary>What was known at it.</summary>
    [SupplyParameterFromQuery(Name = "sinceKnownOn")] public string? SinceKnownOn { get; set; }

    private RankOrder Order => OrderText == "best" ? RankOrder.BestFirst : RankOrder.WorstFirst;

    private IEnumerable<(string Name, string? Value)> Kept =>
        [("programme", ProgrammeKey), ("phase", PhaseKey), ("asOf", AsOfText), ("knownOn", KnownOnText), ("measure", MeasureKey), ("period", PeriodText), ("order", OrderText)];

    /// <inheritdoc/>
    protected override void OnBoard()
    {
        (_shown, _mistake) = (null, null);
        var view = View!;
        if (view.Programme.Measures.IsEmpty) return;
        var measure = string.IsNullOrEmpty(MeasureKey) ? view.Programme.Measures[0] : view.Programme.FindMeasure(MeasureKey);
        FigurePeriod? period = string.IsNullOrEmpty(PeriodText) ? null : FigurePeriod.Parse(PeriodText);
        if (measure is null) _mistake = new("measure", "unknown", MeasureKey!, [.. view.Programme.Measures.Select(m => m.Key)], NotFound: false);
        else if (period is null && !string.IsNullOrEmpty(PeriodText)) _mistake = new("period", "period", PeriodText, ["2025-07-01..2025-10-28", "2025-10"], NotFound: false);
        BoardView? before = null;
        if (_mistake is null && !string.IsNullOrEmpty(SinceText)) (before, _mistake) = Movement.One(view, SinceText, SinceKnownOn ?? KnownOnText, "since");
        if (before?.AsOf > view.AsOf) _mistake = new("since", "dayOrder", SinceText!, [AsOfText ?? ""], NotFound: false);
        if (_mistake is not null)
        {
            SayMistaken();
            return;
        }
        _day = before is null ? TextHelpers.IsoDay(view.AsOf.AddMonths(-1)) : TextHelpers.IsoDay(before.AsOf);
        _shown = MeasuresView.Of(view, measure!, period, Order, before, Published.Of(view));
    }

    private static string DocumentOf(BoardView view, string key) => view.Programme.FindDocument(key)?.Number ?? key;

    private bool MayState(BoardView view) => Person is { } person && FigureDesk.MayState(person.Mandate, view.Programme, view.Board.Participants.All);

    private string Address(params (string Name, string? Value)[] changed) =>
        Here.With(Navigation, changed.ToDictionary(c => c.Name, c => (object?)c.Value, StringComparer.Ordinal));

    private void Go(string name, string? word) => Navigation.NavigateTo(Address((name, word)), replace: true);

    private void Compare()
    {
        if (!string.IsNullOrEmpty(_day)) Navigation.NavigateTo(Address(("since", _day), ("sinceKnownOn", null)));
    }

    private string Download(BoardView view, MeasureDefinition measure, string format) => QueryHelpers.AddQueryString(
        Link($"/api/v1/programmes/{view.Programme.Key}/measures/template.{format}", ("programme", null), ("phase", null)),
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["measure"] = measure.Key, ["period"] = _shown!.Ranking.Period is { } period ? $"{period}" : null }.Where(q => q.Value is not null));
}
