using System.Text.Json;
using Rollout.Web.Tests.Hosting;
using static Rollout.Web.Tests.Hosting.Measured;

namespace Rollout.Web.Tests.Api;

/// <summary>Measures by API: no figure is never zero, a correction is an entry with a reason, and who may not is told so.</summary>
public sealed class MeasuresApiTests : IAsyncLifetime
{
    private const string States = $"{Place}/{Share}/figures";
    private readonly RunningServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await ImportAsync(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Measures_are_told_with_their_counts_and_published_figures_beside_what_is_counted()
    {
        var all = await _server.GetAsync(Place);
        var measure = Assert.Single(all.GetProperty("measures").EnumerateArray());
        Assert.Equal((Share, 6, 28), (Text(measure, "key"), Number(measure, "counted"), Number(measure, "missing")));
        Assert.Equal(("2025-07-01", "2025-10-28"), (Text(measure.GetProperty("period"), "from"), Text(measure.GetProperty("period"), "to")));
        Assert.Equal(6, Number(measure.GetProperty("above")[0], "count"));
        // A sum of shares means nothing.
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("total").ValueKind);
        var published = all.GetProperty("published").EnumerateArray().Single(p => Text(p, "key") == "da-gui-bao-cao");
        Assert.Equal((19, 19, 0), (Number(published, "value"), Number(published, "counted"), Number(published, "difference")));
        Assert.False(published.GetProperty("atItsDate").GetProperty("differs").GetBoolean());
        Assert.Equal("2025-10-30", Text(published, "asOf"));
    }

    [Fact]
    public async Task Ranking_names_those_without_a_figure_apart_and_never_as_zero()
    {
        var ranking = await _server.GetAsync($"{Place}/{Share}?order=worst");
        Assert.Equal(
            ["1 Cà Mau 44.47", "2 Lào Cai 43.63", "3 Lạng Sơn 38.4", "4 An Giang 32.87", "5 Ninh Bình 24.03", "6 Phú Thọ 20.54"],
            ranking.GetProperty("ranked").EnumerateArray().Select(r => $"{Number(r, "rank")} {Text(r, "name")} {Value(r)}"));
        Assert.Equal(28, ranking.GetProperty("without").GetArrayLength());
        Assert.All(ranking.GetProperty("without").EnumerateArray(), p => Assert.False(p.TryGetProperty("value", out _)));
        Assert.Equal("Phú Thọ", Text((await _server.GetAsync($"{Place}/{Share}")).GetProperty("ranked")[0], "name"));
    }

    [Fact]
    public async Task Ranking_of_a_day_before_the_letter_knows_no_figure_and_no_period()
    {
        var before = await _server.GetAsync($"{Place}/{Share}?asOf=2025-10-01");
        Assert.Equal((0, 34), (before.GetProperty("ranked").GetArrayLength(), before.GetProperty("without").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, before.GetProperty("period").ValueKind);
        var unknown = await _server.GetAsync($"{Place}/{Share}?asOf=2025-11-01&knownOn=2025-11-01");
        Assert.Equal(0, unknown.GetProperty("ranked").GetArrayLength());
    }

    [Fact]
    public async Task Correction_needs_a_reason_and_the_version_that_was_seen_and_the_history_keeps_both()
    {
        using var monitor = _server.With("monitor");
        Assert.Equal((422, "note.required"), await monitor.SendAsync(HttpMethod.Post, States, Figure("96", "40", 1)).SaidAsync());
        var stale = await monitor.SendAsync(HttpMethod.Post, States, Figure("96", "40", 0, "Đếm lại")).BodyAsync();
        Assert.Equal(("version.stale", 44.47m, 1), (Text(stale, "code"), Value(stale.GetProperty("current")), Number(stale.GetProperty("current"), "version")));
        var made = await monitor.SendAsync(HttpMethod.Post, States, Figure("96", "40", 1, "Đếm lại")).BodyAsync();
        Assert.Equal((40m, "correction", 2), (Value(made), Text(made, "basis"), Number(made, "version")));

        var own = await monitor.SendAsync(HttpMethod.Get, $"{Root}/participants/96/figures").BodyAsync();
        Assert.Equal([40m, 44.47m], own.GetProperty("history").EnumerateArray().Select(Value));
        Assert.Equal(["Đếm lại", "Theo trao đổi với Bộ Công an"], own.GetProperty("history").EnumerateArray().Select(h => Text(h, "note")));
        // Notes are of those who are signed in.
        Assert.All((await _server.GetAsync($"{Root}/participants/96/figures")).GetProperty("history").EnumerateArray(), h => Assert.Equal(JsonValueKind.Null, h.GetProperty("note").ValueKind));
        // The day before the correction still says what was known then.
        Assert.Equal(44.47m, Value((await _server.GetAsync($"{Place}/{Share}?asOf=2025-11-01&order=worst")).GetProperty("ranked")[0]));
        var changes = (await _server.GetAsync($"{Place}/{Share}?since=2025-11-01")).GetProperty("changes");
        var change = Assert.Single(changes.EnumerateArray());
        Assert.Equal((44.47m, 40m, true), (change.GetProperty("before").GetDecimal(), change.GetProperty("after").GetDecimal(), change.GetProperty("improved").GetBoolean()));
    }

    [Fact]
    public async Task Figure_taken_back_is_no_figure_again_and_one_left_out_of_the_body_takes_nothing_back()
    {
        using var own = _server.With($"participant:{CaMau}");
        Assert.Equal((400, "query.body"), await own.SendAsync(HttpMethod.Post, States, """{ "code": "96", "from": "2025-07-01", "to": "2025-10-28", "version": 1, "note": "x" }""").SaidAsync());
        var back = await own.SendAsync(HttpMethod.Post, States, Figure("96", "null", 1, "Chưa đối soát")).BodyAsync();
        Assert.Equal((JsonValueKind.Null, 2), (back.GetProperty("value").ValueKind, Number(back, "version")));
        var ranking = await _server.GetAsync($"{Place}/{Share}");
        Assert.Equal((5, 29), (ranking.GetProperty("ranked").GetArrayLength(), ranking.GetProperty("without").GetArrayLength()));
        Assert.Equal(2, Number(ranking.GetProperty("without").EnumerateArray().Single(p => Text(p, "code") == "96"), "version"));
    }

    [Fact]
    public async Task Figures_are_stated_by_those_whom_the_measure_names_and_nobody_else()
    {
        (string Role, int Status, string? Code)[] others =
        [
            ("reader", 403, "figure.reportedBy"), ("approver", 403, "figure.reportedBy"), ("admin", 403, "figure.reportedBy"), ("participant:provinces-34/01", 403, "figure.reportedBy"),
            ("participant:provinces-63/96", 403, "figure.reportedBy"), ($"vendor:{CaMau}", 403, "actor.vendor"), ("agency:vpcp", 403, "figure.reportedBy"),
        ];
        foreach (var (role, status, code) in others)
        {
            using var client = _server.With(role);
            Assert.Equal((role, (status, code)), (role, await client.SendAsync(HttpMethod.Post, States, Figure("96", "40", 1, "x")).SaidAsync()));
        }
        Assert.Equal((401, "query.signIn"), await _server.Client.SendAsync(HttpMethod.Post, States, Figure("96", "40", 1, "x")).SaidAsync());
        foreach (var (role, code) in ((string, string)[])[($"participant:{CaMau}", "96"), ("agency:bca", "15"), ("monitor", "20")])
        {
            using var client = _server.With(role);
            Assert.Equal((role, 201), (role, (await client.SendAsync(HttpMethod.Post, States, Figure(code, "12.5", 1, "Đếm lại")).SaidAsync()).Status));
        }
    }

    [Fact]
    public async Task Mistakes_are_answered_in_the_order_of_the_contract()
    {
        using var monitor = _server.With("monitor");
        Assert.Equal((400, "query.period"), await monitor.SendAsync(HttpMethod.Post, States, """{ "code": "96", "to": "thu", "value": 1, "version": 0 }""").SaidAsync());
        Assert.Equal((400, "query.body"), await monitor.SendAsync(HttpMethod.Post, States, Figure("96", "\"40\"")).SaidAsync());
        Assert.Equal((400, "query.number"), await monitor.SendAsync(HttpMethod.Post, States, Figure("96", "40", -1)).SaidAsync());
        Assert.Equal((404, "query.unknown"), await monitor.SendAsync(HttpMethod.Post, $"{Place}/nothing/figures", Figure("96", "40")).SaidAsync());
        Assert.Equal((404, "query.unknown"), await monitor.SendAsync(HttpMethod.Post, States, Figure("97", "40")).SaidAsync());
        Assert.Equal((422, "figure.percent"), await monitor.SendAsync(HttpMethod.Post, States, Figure("01", "101")).SaidAsync());
        Assert.Equal((422, "figure.decimals"), await monitor.SendAsync(HttpMethod.Post, States, Figure("01", "1.234")).SaidAsync());
        Assert.Equal((422, "figure.future"), await monitor.SendAsync(HttpMethod.Post, States, Figure("01", "1", to: "2999-12-31")).SaidAsync());
        foreach (var (path, code) in new[] { ($"{Place}/nothing", "query.unknown"), ($"{Place}/{Share}?period=thu", "query.period"), ($"{Place}/{Share}?order=up", "query.unknown"), ($"{Place}/{Share}?since=2999-01-01", "query.future") })
            Assert.Equal((path, code), (path, (await _server.Client.SendAsync(HttpMethod.Get, path).SaidAsync()).Code));
    }

    [Fact]
    public async Task Figures_of_other_periods_make_a_series_and_a_correction_of_none_of_them()
    {
        using var monitor = _server.With("monitor");
        foreach (var (to, value) in new[] { ("2025-11-30", "30"), ("2025-12-31", "20.5") })
            Assert.Equal(201, (await monitor.SendAsync(HttpMethod.Post, States, Figure("96", value, to: to)).SaidAsync()).Status);
        var now = await _server.GetAsync($"{Place}/{Share}");
        Assert.Equal("2025-12-31", Text(now.GetProperty("period"), "to"));
        Assert.Equal(["2025-10-28", "2025-11-30", "2025-12-31"], now.GetProperty("periods").EnumerateArray().Select(p => Text(p, "to")));
        Assert.Equal(33, now.GetProperty("without").GetArrayLength());
        var autumn = await _server.GetAsync($"{Place}/{Share}?period={Autumn}");
        Assert.Equal(6, autumn.GetProperty("ranked").GetArrayLength());
    }

    [Fact]
    public async Task Ledger_activity_and_movement_tell_the_figure()
    {
        using var monitor = _server.With("monitor");
        await monitor.SendAsync(HttpMethod.Post, States, Figure("01", "25", 0, "Tự rà soát")).BodyAsync();
        var ledger = await _server.GetAsync($"{Root}/ledger?limit=1000");
        var entry = ledger.GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(("figure", Share, "2025-07-01", "2025-10-28", 25m), (Text(entry, "kind"), Text(entry, "measure"), Text(entry, "periodFrom"), Text(entry, "periodTo"), Value(entry)));
        var csv = await _server.Client.GetStringAsync(new Uri($"/activity.csv?programme={Key}&kind=figure", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("measure,periodFrom,periodTo,value", csv, StringComparison.Ordinal);
        Assert.Contains($"{Share},2025-07-01,2025-10-28,25", csv, StringComparison.Ordinal);
        var moved = await _server.GetAsync($"{Root}/status-lists/diff?from=2025-12-01");
        var joined = moved.GetProperty("lists").EnumerateArray().Single(l => Number(l, "number") == 7).GetProperty("added")[0];
        Assert.Equal(("01", Number(entry, "seq")), (Text(joined, "code"), joined.GetProperty("entries")[0].GetInt32()));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static decimal Value(JsonElement element) => element.GetProperty("value").GetDecimal();
}
