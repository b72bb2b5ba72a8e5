using System.Globalization;
using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Pages;
using Rollout.Web.Reading;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>What hundreds of open pages show is read once, and nobody is shown what another one looks at.</summary>
public sealed class SharedOverviewsTests : PageTest
{
    private readonly Stopped _time = new();

    private SharedOverviews Overviews => field ??= new(Texts, Get<LedgerReader>(), Get<TrendReading>(), Get<DeadlineReading>(), _time);

    private string Phase => Programme.Phases[0].Key;

    [Fact]
    public void All_who_look_at_the_same_share_one_overview_even_when_they_come_together()
    {
        // Made before they come: the property would make one for each.
        var (view, overviews) = (View(), Overviews);
        var seen = new OverviewView[8];
        Parallel.For(0, seen.Length, i => seen[i] = overviews.Of(view, null, ""));
        Assert.All(seen, s => Assert.Same(seen[0], s));
        // Everybody's own reading of the present, a moment later, of the same board.
        Assert.Same(seen[0], overviews.Of(View(), null, ""));
    }

    [Fact]
    public void Another_phase_instant_layer_query_or_language_has_its_own()
    {
        var first = Overviews.Of(View(), null, "");
        Assert.NotSame(first, Overviews.Of(View(Programme.Phases[1].Key), null, ""));
        var past = Overviews.Of(View(asOf: "2024-07-31"), null, "");
        Assert.NotSame(first, past);
        Assert.NotSame(past, Overviews.Of(View(asOf: "2024-07-30"), null, ""));
        Assert.Equal("service", Overviews.Of(View(), "service", "").Layer?.Key);
        Assert.All(Overviews.Of(View(), null, "?phase=test").Areas, a => Assert.EndsWith("?phase=test", a.Href, StringComparison.Ordinal));
        Assert.All(first.Areas, a => Assert.DoesNotContain('?', a.Href));
        var language = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(language.TwoLetterISOLanguageName == "en" ? "vi" : "en");
            Assert.NotEqual(first.Layer!.Title, Overviews.Of(View(), null, "").Layer!.Title);
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
        Assert.Same(first, Overviews.Of(View(), null, ""));
    }

    [Fact]
    public async Task Change_makes_a_new_one_in_which_all_that_stayed_is_the_same_object()
    {
        var before = Overviews.Of(View(), null, "");
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Phase, Programme.Steps[0].Key, StepStatus.InProgress);
        var after = Overviews.Of(View(), null, "");
        Assert.Equal(row.Participant.Code, after.Latest[0].Participant.Code);
        Assert.Equal(before.Trend, after.Trend);
        Assert.NotEqual(before.Bars, after.Bars);
        Assert.Equal([row.Participant.Code], after.Areas.Where((a, i) => !ReferenceEquals(a, before.Areas[i])).Select(a => a.Code));
        // A second step of the same row changes neither its colour on the map nor the bars.
        await RecordAsync(row.Participant.Code, Phase, Programme.Steps[1].Key, StepStatus.InProgress);
        var then = Overviews.Of(View(), null, "");
        Assert.NotSame(after, then);
        Assert.Equal((after.Bars, after.Areas), (then.Bars, then.Areas));
    }

    [Fact]
    public async Task Page_that_still_holds_an_older_board_is_given_the_newer_overview()
    {
        var old = View();
        await RecordAsync(Untouched().Participant.Code, Phase, Programme.Steps[0].Key, StepStatus.InProgress);
        var now = Overviews.Of(View(), null, "");
        Assert.Same(now, Overviews.Of(old, null, ""));
    }

    [Fact]
    public void Present_goes_on_without_a_change_too()
    {
        var first = Overviews.Of(View(), null, "");
        _time.Pass(TimeSpan.FromSeconds(1));
        var second = Overviews.Of(View(), null, "");
        Assert.NotSame(first, second);
        Assert.Equal((first.Bars, first.Areas), (second.Bars, second.Areas));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_board_is_refused_what_others_share()
    {
        var catalog = new ProgrammeCatalog([.. DataFiles.ReadAll(Repository.Data()).Catalog!.All.Select(i => i with { Programme = i.Programme with { Reading = ReadingScope.Own } })]);
        await using var server = new RunningServer { PublicRead = false, Catalog = catalog };
        await server.InitializeAsync();
        using var monitor = server.With("monitor");
        using var contact = server.With("participant:provinces-63/94");
        foreach (var (client, expected) in new[] { (monitor, HttpStatusCode.OK), (contact, HttpStatusCode.Forbidden), (monitor, HttpStatusCode.OK) })
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    /// <summary>Timestamps that go on only when a test moves them.</summary>
    private sealed class Stopped : TimeProvider
    {
        private long _ticks = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan by) => _ticks += by.Ticks;
    }
}
