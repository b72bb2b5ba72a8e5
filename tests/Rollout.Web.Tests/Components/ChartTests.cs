using System.Collections.Immutable;
using Bunit;
using Rollout.Core.Boards;
using Rollout.Core.Maps;
using Rollout.Core.Trends;
using Rollout.Web.Components.Charts;
using Rollout.Web.Components.Shared;
using Rollout.Web.Settings;

namespace Rollout.Web.Tests.Components;

public sealed class ChartTests : PageTest
{
    [Fact]
    public void Map_of_a_system_says_what_the_lists_say()
    {
        var areas = MapLayer.Of(Texts, Programme, deadlines: false)[0].Areas(Texts, View(), null, c => $"/p/{c}");
        Assert.Equal(63, areas.Length);
        Assert.Equal(12, areas.Count(a => a.Look == Looks.Of(Core.Programmes.ConnectionStatus.Completed)));
        Assert.Equal(28, areas.Count(a => a.Look == Looks.Assumed));
        Assert.Equal(23, areas.Count(a => a.Look == Looks.Of(Core.Programmes.ConnectionStatus.NotStarted)));
    }

    [Fact]
    public void Map_has_a_layer_for_each_system_all_of_them_the_service_and_the_checks() => Assert.Equal(Programme.Systems.Length + 3, MapLayer.Of(Texts, Programme, deadlines: false).Length);

    [Fact]
    public void Archipelagos_are_drawn_with_their_province_in_every_layer_and_before_anything_is_known()
    {
        foreach (var view in new[] { View(), View(asOf: "2020-01-01") })
            foreach (var layer in MapLayer.Of(Texts, Programme, deadlines: false))
            {
                var map = Draw(layer.Areas(Texts, view, null, c => $"/p/{c}"));
                foreach (var islands in Outline.Archipelagos)
                {
                    var link = map.Find($"a[href='/p/{islands.Code}']");
                    Assert.Equal(islands.Points.Length, link.QuerySelectorAll("circle").Length);
                    Assert.Contains(islands.Name, link.TextContent, StringComparison.Ordinal);
                    Assert.Contains(islands.Name, link.GetAttribute("aria-label"), StringComparison.Ordinal);
                    Assert.Contains(View().Board.Find(islands.Code)!.Participant.Name, link.TextContent, StringComparison.Ordinal);
                }
            }
    }

    [Fact]
    public void Archipelagos_are_drawn_where_their_province_is_not_of_the_programme()
    {
        var map = Draw([]);
        Assert.Equal(Outline.Archipelagos.Sum(a => a.Points.Length), map.FindAll("circle").Count);
        Assert.Equal(2, map.FindAll(".islands-name").Count);
    }

    [Fact]
    public void Map_names_every_province_with_its_status_and_has_a_table_behind_it()
    {
        var map = Draw(MapLayer.Of(Texts, Programme, deadlines: false)[0].Areas(Texts, View(), null, c => $"/p/{c}"));
        Assert.All(map.FindAll("a.area"), a => Assert.Contains(": ", a.GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Equal(63, map.FindAll("table tbody tr").Count);
        Assert.Contains(Texts["map.note"], map.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_is_not_drawn_again_while_it_says_the_same()
    {
        var areas = MapLayer.Of(Texts, Programme, deadlines: false)[0].Areas(Texts, View(), null, c => $"/p/{c}");
        var map = Draw(areas);
        map.Render(p => p.Add(m => m.Areas, MapLayer.Of(Texts, Programme, deadlines: false)[0].Areas(Texts, View(), null, c => $"/p/{c}")));
        Assert.Equal(1, map.RenderCount);
        map.Render(p => p.Add(m => m.Areas, areas.SetItem(0, areas[0] with { Says = "other" })));
        Assert.Equal(2, map.RenderCount);
    }

    [Fact]
    public void Estimate_is_drawn_as_a_range_that_ends_with_the_chart()
    {
        var points = Points(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20);
        var plot = new TrendPlot(points, 63);
        Assert.True(plot.Horizon > plot.Today);
        var range = plot.Range(0, new(plot.Today.AddDays(3), null, 1));
        Assert.StartsWith($"M{TextHelpers.Px(plot.X(plot.Today))} {TextHelpers.Px(plot.Y(20))}L{TextHelpers.Px(plot.X(plot.Today.AddDays(3)))} {TextHelpers.Px(plot.Y(63))}", range, StringComparison.Ordinal);
        Assert.Contains($"L{TextHelpers.Px(plot.X(plot.Horizon))} {TextHelpers.Px(plot.Y(20))}Z", range, StringComparison.Ordinal);
    }

    [Fact]
    public void Trend_without_points_says_so() =>
        Assert.Contains(Texts["trend.none"], Circuit.Render<TrendChart>(p => p.Add(c => c.Points, []).Add(c => c.Systems, Programme.Systems).Add(c => c.Total, 63)).Markup, StringComparison.Ordinal);

    private MapOutline Outline => new MapOutlines(Path.Combine(Hosting.Repository.Data(), "maps")).Find(Programme.Map)!;

    private IRenderedComponent<ProvinceMap> Draw(ImmutableArray<MapArea> areas) => Circuit.Render<ProvinceMap>(p => p
        .Add(m => m.Outline, Outline).Add(m => m.Areas, areas).Add(m => m.Title, "map").Add(m => m.ParticipantWord, "who"));

    private static ImmutableArray<TrendPoint> Points(params int[] completed) =>
        [.. completed.Select((c, i) => new TrendPoint(new DateOnly(2024, 7, 1).AddDays(i), [new SystemCount("s", c, 0, 63 - c, 0)], 0))];
}
