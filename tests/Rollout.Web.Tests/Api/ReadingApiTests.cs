using System.Text.Json;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The shapes of the public contract.</summary>
public sealed class ReadingApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Programmes_have_keys_titles_phases_and_systems()
    {
        var programme = (await server.GetAsync("/api/v1/programmes")).EnumerateArray().First();
        Assert.Equal("lien-thong", programme.GetProperty("key").GetString());
        Assert.Equal(["test", "production"], Keys(programme.GetProperty("phases")));
        Assert.Equal(["dvclt", "hotich"], Keys(programme.GetProperty("systems")));
        Assert.Equal("c06", programme.GetProperty("systems")[0].GetProperty("owner").GetString());
    }

    [Fact]
    public async Task Participants_stand_in_official_order()
    {
        var all = await server.GetAsync("/api/v1/programmes/lien-thong/participants");
        Assert.Equal(63, all.GetArrayLength());
        Assert.Equal("An Giang", all[0].GetProperty("name").GetString());
        Assert.Equal("Yên Bái", all[62].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Board_has_54_done_cells_in_test_after_both_baselines()
    {
        var board = await server.GetAsync("/api/v1/programmes/lien-thong/board?phase=test");
        var cells = board.GetProperty("participants").EnumerateArray().SelectMany(p => p.GetProperty("steps").EnumerateArray()).ToList();
        Assert.Equal(630, cells.Count);
        Assert.Equal(54, cells.Count(c => c.GetProperty("status").GetString() == "done"));
        Assert.True(board.GetProperty("seq").GetInt64() > 0);
        var canTho = board.GetProperty("participants").EnumerateArray().Single(p => p.GetProperty("code").GetString() == "92");
        Assert.Equal("open", canTho.GetProperty("service").GetString());
        Assert.Equal("completed", canTho.GetProperty("systems").GetProperty("dvclt").GetString());
    }

    [Fact]
    public async Task Checklist_shows_basis_since_assumed_and_verification()
    {
        var checklist = await server.GetAsync("/api/v1/programmes/lien-thong/participants/89?phase=test");
        Assert.Equal("interrupted", checklist.GetProperty("service").GetString());
        Assert.Equal("inProgress", checklist.GetProperty("systems").GetProperty("dvclt").GetString());
        var steps = checklist.GetProperty("steps");
        Assert.Equal("1.1", steps[0].GetProperty("step").GetString());
        Assert.Equal("inProgress", steps[0].GetProperty("status").GetString());
        Assert.Equal("baseline", steps[0].GetProperty("basis").GetString());
        Assert.True(steps[0].GetProperty("assumed").GetBoolean());
        Assert.Equal("2024-07-15T00:00:00+07:00", steps[0].GetProperty("since").GetString());
        Assert.Equal(1, steps[0].GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, steps[0].GetProperty("verification").ValueKind);
        Assert.Equal("notObservable", steps[1].GetProperty("verification").GetString());
        Assert.Equal(0, steps[1].GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Board_before_any_source_has_no_status()
    {
        var board = await server.GetAsync("/api/v1/programmes/lien-thong/board?phase=test&asOf=2024-06-01");
        Assert.All(
            board.GetProperty("participants").EnumerateArray().SelectMany(p => p.GetProperty("steps").EnumerateArray()),
            c => Assert.Equal(JsonValueKind.Null, c.GetProperty("status").ValueKind));
    }

    [Fact]
    public async Task Ledger_pages_ascend_without_a_gap_and_chain()
    {
        var (after, previous, count) = (0L, new string('0', 64), 0);
        for (long? next = 0; next is not null;)
        {
            var page = await server.GetAsync($"/api/v1/programmes/lien-thong/ledger?after={after}&limit=100");
            foreach (var entry in page.GetProperty("entries").EnumerateArray())
            {
                Assert.Equal(after + 1, entry.GetProperty("seq").GetInt64());
                Assert.Equal(previous, entry.GetProperty("previousHash").GetString());
                (after, previous, count) = (after + 1, entry.GetProperty("hash").GetString()!, count + 1);
            }
            next = page.GetProperty("next").ValueKind == JsonValueKind.Null ? null : page.GetProperty("next").GetInt64();
            if (next is not null) Assert.Equal(after, next);
        }
        Assert.Equal(284, count);
    }

    [Fact]
    public async Task OpenApi_describes_every_reading_path()
    {
        var document = await server.GetAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("/api/v1/programmes/{programme}/status-lists", paths);
        Assert.Contains("/api/v1/programmes/{programme}/ledger", paths);
        Assert.Contains("/api/v1/programmes/{programme}/participants/{code}", paths);
    }

    [Fact]
    public async Task Ready_tells_the_head_and_the_database()
    {
        var ready = await server.GetAsync("/healthz/ready");
        Assert.Equal("ready", ready.GetProperty("status").GetString());
    }

    private static IEnumerable<string?> Keys(JsonElement list) => list.EnumerateArray().Select(i => i.GetProperty("key").GetString());
}
