using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;
using Rollout.Storage.Accounts;
using Rollout.Web.Quiet;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Maintenance windows from outside.</summary>
public sealed class MaintenanceApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Place = "/api/v1/programmes/lien-thong/maintenance";
    private const string Weekly = """{ "cron": "0 22 * * 6", "lasts": "3h", "reason": "Sao lưu" }""";

    private static readonly string Once = OnceFor("92");

    [Theory]
    [InlineData("monitor", 200, 403, 403)]
    [InlineData("agency:c06", 200, 403, 403)]
    [InlineData("participant:provinces-63/92", 200, 201, 403)]
    [InlineData("participant:provinces-63/01,provinces-63/92", 200, 201, 403)]
    [InlineData("participant:provinces-63/01", 200, 403, 403)]
    [InlineData("participant:provinces-34/92", 200, 403, 403)]
    [InlineData("vendor:provinces-63/92", 200, 403, 403)]
    [InlineData("approver", 200, 403, 403)]
    [InlineData("reader", 200, 403, 403)]
    [InlineData("admin", 200, 201, 201)]
    [InlineData(null, 401, 401, 401)]
    public async Task Everybody_known_reads_participants_write_their_own_and_administrators_any(string? role, int read, int own, int all)
    {
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        Assert.Equal(read, await StatusAsync(client, HttpMethod.Get, Place));
        Assert.Equal(own, await StatusAsync(client, HttpMethod.Post, Place, Once));
        Assert.Equal(all, await StatusAsync(client, HttpMethod.Post, Place, Weekly));
        Assert.Equal(own == 201 ? 204 : own, await StatusAsync(client, HttpMethod.Delete, $"{Place}/{await WriteAsync(Once)}"));
        Assert.Equal(all == 201 ? 204 : all, await StatusAsync(client, HttpMethod.Delete, $"{Place}/{await WriteAsync(Weekly)}"));
    }

    [Fact]
    public async Task Window_is_answered_with_its_next_times_and_keeps_its_checks_quiet_until_it_is_ended()
    {
        using var province = server.With("participant:provinces-63/93");
        var target = new ProbeTarget(1, "lien-thong", new("provinces-63", "93"), "test", "gateway", new("https://a.vn/"));
        var made = await province.SendAsync(HttpMethod.Post, Place, OnceFor("93", from: null)).BodyAsync();
        Assert.Equal(("93", "current", JsonValueKind.Null), (made.GetProperty("participant").GetString(), made.GetProperty("state").GetString(), made.GetProperty("cron").ValueKind));
        var now = made.GetProperty("from").GetDateTimeOffset();
        Assert.Equal(made.GetProperty("id").GetInt64(), server.Services.GetRequiredService<QuietHours>().Of(target, "dvclt", now)?.Id);

        Assert.Equal(204, await StatusAsync(province, HttpMethod.Delete, $"{Place}/{made.GetProperty("id")}"));
        Assert.Equal((422, "quiet.over"), await province.SendAsync(HttpMethod.Delete, $"{Place}/{made.GetProperty("id")}").SaidAsync());
        var listed = (await province.SendAsync(HttpMethod.Get, Place).BodyAsync()).EnumerateArray().Single(w => w.GetProperty("id").GetInt64() == made.GetProperty("id").GetInt64());
        Assert.Equal("over", listed.GetProperty("state").GetString());
        Assert.Null(server.Services.GetRequiredService<QuietHours>().Of(target, "dvclt", listed.GetProperty("until").GetDateTimeOffset()));
        Assert.Contains(server.Services.GetRequiredService<SecurityLog>().Read("maintenance"), l => l.Subject == "lien-thong provinces-63/93");
    }

    [Fact]
    public async Task Repeated_window_is_answered_with_three_times_at_the_clock_here()
    {
        using var admin = server.With("admin");
        var made = await admin.SendAsync(HttpMethod.Post, Place, Weekly).BodyAsync();
        Assert.Equal(("180m", 3), (made.GetProperty("lasts").GetString(), made.GetProperty("next").GetArrayLength()));
        Assert.All(made.GetProperty("next").EnumerateArray(), n => Assert.EndsWith("T22:00:00+07:00", n.GetProperty("from").GetString(), StringComparison.Ordinal));
        Assert.All(made.GetProperty("next").EnumerateArray(), n => Assert.Equal(DayOfWeek.Saturday, n.GetProperty("from").GetDateTimeOffset().DayOfWeek));
    }

    [Fact]
    public async Task Every_mistake_is_named_with_its_field()
    {
        using var admin = server.With("admin");
        using var answer = await admin.SendAsync(HttpMethod.Post, Place, """{ "participant": "999", "phase": "x", "role": "y", "system": "z", "cron": "0 25 * * *", "until": "2020-01-01" }""");
        Assert.Equal(422, (int)answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal("quiet.invalid", problem.GetProperty("code").GetString());
        Assert.Equal(
            ["participant", "phase", "role", "system", "cron", "lasts", "until", "reason"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), e => Assert.DoesNotContain("say.", e.GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "from": "tomorrow" }""", "query.instant")]
    [InlineData("""{ "until": "2024-08-03T22:00" }""", "query.instant")]
    [InlineData("""{ "lasts": "long" }""", "query.duration")]
    [InlineData("[]", "query.body")]
    public async Task Body_that_cannot_be_read_is_400_before_anybody_is_asked(string body, string code) =>
        Assert.Equal((400, code), await server.Client.SendAsync(HttpMethod.Post, Place, body).SaidAsync());

    [Fact]
    public async Task Window_that_is_none_is_404()
    {
        using var admin = server.With("admin");
        Assert.Equal(404, await StatusAsync(admin, HttpMethod.Delete, $"{Place}/999999"));
        Assert.Equal(404, await StatusAsync(admin, HttpMethod.Delete, $"{Place}/none"));
    }

    [Fact]
    public async Task Where_one_reads_only_ones_own_windows_of_others_are_hidden()
    {
        var item = DataFiles.ReadAll(Repository.Data()).Catalog!.All[0];
        await using var closed = new RunningServer { Catalog = new([item with { Programme = item.Programme with { Reading = ReadingScope.Own } }]) };
        await closed.InitializeAsync();
        using var admin = closed.With("admin");
        using var province = closed.With("participant:provinces-63/94");
        var other = (await admin.SendAsync(HttpMethod.Post, Place, Once).BodyAsync()).GetProperty("id").GetInt64();
        await admin.SendAsync(HttpMethod.Post, Place, Weekly);
        await province.SendAsync(HttpMethod.Post, Place, OnceFor("94"));
        var seen = (await province.SendAsync(HttpMethod.Get, Place).BodyAsync()).EnumerateArray().Select(w => w.GetProperty("participant").GetString());
        Assert.Equal([null, "94"], seen);
        Assert.Equal(404, await StatusAsync(province, HttpMethod.Delete, $"{Place}/{other}"));
    }

    private static string OnceFor(string code, double? from = 1) => JsonSerializer.Serialize(new
    {
        participant = code,
        from = from is { } hours ? At(hours) : null,
        until = At(5),
        reason = "Nâng cấp máy chủ",
    });

    private static string At(double hours) => TimeProvider.System.GetUtcNow().AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<int> StatusAsync(HttpClient client, HttpMethod method, string path, string? body = null) => (await client.SendAsync(method, path, body).SaidAsync()).Status;

    private async Task<long> WriteAsync(string body)
    {
        using var admin = server.With("admin");
        return (await admin.SendAsync(HttpMethod.Post, Place, body).BodyAsync()).GetProperty("id").GetInt64();
    }
}
