using System.IO.Compression;
using System.Text;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The figures of July 2024 from outside.</summary>
public sealed class FiguresApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Figures = "/api/v1/programmes/lien-thong/figures";

    [Fact]
    public async Task Figures_of_July_2024_are_those_of_the_lists()
    {
        var answer = await server.GetAsync($"{Figures}?asOf=2024-07-31");
        var last = answer.GetProperty("trend").EnumerateArray().Last();
        Assert.Equal("2024-07-31", last.GetProperty("day").GetString());
        Assert.Equal("""{"completed":12,"inProgress":28,"notStarted":23,"unknown":0}""", last.GetProperty("systems").GetProperty("dvclt").GetRawText());
        Assert.Equal(63, answer.GetProperty("regions").EnumerateArray().Sum(r => r.GetProperty("participants").GetInt32()));
        Assert.Equal(12, answer.GetProperty("regions").EnumerateArray().Sum(r => r.GetProperty("systems").GetProperty("dvclt").GetProperty("completed").GetInt32()));
        Assert.Equal("92", answer.GetProperty("yardstick").GetProperty("code").GetString());
        Assert.StartsWith("2024-07-01", answer.GetProperty("yardstick").GetProperty("wholeAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_published_states_cannot_date_is_counted_and_not_measured()
    {
        var answer = await server.GetAsync($"{Figures}?asOf=2024-07-31");
        var first = answer.GetProperty("durations")[0];
        Assert.Equal((0, 12, 0, 28), (first.GetProperty("samples").GetInt32(), first.GetProperty("excluded").GetInt32(), first.GetProperty("open").GetInt32(), first.GetProperty("openExcluded").GetInt32()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, first.GetProperty("medianDays").ValueKind);
        var group = Assert.Single(answer.GetProperty("waits").GetProperty("groups").EnumerateArray());
        Assert.Equal(("participant", 31, 31), (group.GetProperty("on")[0].GetString(), group.GetProperty("cells").GetInt32(), group.GetProperty("undated").GetInt32()));
        Assert.Equal(31, answer.GetProperty("waits").GetProperty("open").GetInt32());
        Assert.Equal(0, group.GetProperty("overdue").GetInt32());
    }

    [Fact]
    public async Task Before_the_first_source_there_are_no_figures_rather_than_noughts()
    {
        var answer = await server.GetAsync($"{Figures}?asOf=2024-06-01");
        Assert.Empty(answer.GetProperty("trend").EnumerateArray());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("yardstick").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("estimates").GetProperty("dvclt").ValueKind);
    }

    [Fact]
    public async Task Figures_as_they_were_known_before_anything_was_recorded_are_empty()
    {
        var answer = await server.GetAsync($"{Figures}?asOf=2024-07-31&knownOn=2024-07-31");
        Assert.Empty(answer.GetProperty("trend").EnumerateArray());
        Assert.Equal(0, answer.GetProperty("waits").GetProperty("open").GetInt32());
        Assert.StartsWith("2024-07-31", answer.GetProperty("knownOn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_the_trend_as_csv_and_a_sheet_each_in_a_workbook()
    {
        var bytes = await server.Client.GetByteArrayAsync(new Uri($"{Figures}.csv?asOf=2024-07-16", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("day,system,completed,inProgress,notStarted,unknown,stepsDone", lines[0]);
        Assert.Equal(1 + (16 * 2), lines.Length);
        Assert.Equal("2024-07-16,hotich,1,3,59,0,54", lines[^1]);
        using var book = new ZipArchive(await server.Client.GetStreamAsync(new Uri($"{Figures}.xlsx?asOf=2024-07-16", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.True(book.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)) >= 5);
    }
}
