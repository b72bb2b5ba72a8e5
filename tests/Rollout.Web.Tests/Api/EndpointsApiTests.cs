using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Storage.Samples;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The addresses of a participant, replaced as one list or not at all.</summary>
public sealed class EndpointsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task List_is_replaced_whole_and_what_stays_keeps_its_number()
    {
        using var admin = server.With("admin");
        await PutAsync(admin, "01", """[{ "phase": "production", "role": "receive", "url": "https://b.vn/nhan" }, { "phase": "test", "role": "catalogue", "url": "https://a.vn/tthc" }]""");
        var before = server.Services.GetRequiredService<Targets>().Of("lien-thong", new("provinces-63", "01"));
        var answer = await PutAsync(admin, "01", """[{ "phase": "test", "role": "catalogue", "url": "https://a.vn/tthc", "probes": ["x"] }, { "phase": "test", "role": "gateway", "url": "https://c.vn:8443/r1/VN" }]""");

        Assert.Equal(["test catalogue https://a.vn/tthc", "test gateway https://c.vn:8443/r1/VN"], answer.EnumerateArray().Select(Line));
        var read = await admin.SendAsync(HttpMethod.Get, $"{Caller.Root}/01/endpoints").BodyAsync();
        Assert.Equal(answer.GetRawText(), read.GetRawText());
        var after = server.Services.GetRequiredService<Targets>().Of("lien-thong", new("provinces-63", "01"));
        Assert.Contains(after, t => t.Role == "catalogue" && t.Id == before.First(b => b.Role == "catalogue").Id);
        var line = server.Services.GetRequiredService<SecurityLog>().Read("endpoints")[0];
        Assert.Equal(("lien-thong provinces-63/01", "admin"), (line.Subject, line.By));
        Assert.Contains("+ test gateway https://c.vn:8443/r1/VN; - production receive https://b.vn/nhan", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_named_with_its_place_and_nothing_is_changed()
    {
        using var admin = server.With("admin");
        await PutAsync(admin, "02", """[{ "phase": "test", "role": "catalogue", "url": "https://a.vn/" }]""");
        using var answer = await admin.SendAsync(HttpMethod.Put, $"{Caller.Root}/02/endpoints", """
            [
              { "phase": "test", "role": "receive", "url": "https://ok.vn/" },
              { "phase": "nowhere", "role": "catalogue", "url": "https://ok.vn/" },
              { "phase": "test", "role": "telephone", "url": "https://ok.vn/" },
              { "phase": "test", "role": "receive", "url": "https://twice.vn/" },
              { "phase": "test", "role": "status", "url": "/relative" },
              { "phase": "test", "role": "civil", "url": "ftp://a.vn/" },
              { "phase": "test", "role": "gateway", "url": "tcp://a.vn:5500" },
              { "phase": "test", "role": "ndxp", "url": "http://169.254.169.254/latest/meta-data" },
              { "phase": "test", "role": "catalogue", "url": "https://user:secret@a.vn/" },
              { "phase": "production", "role": "ndxp", "url": "http://[::ffff:169.254.1.1]/" },
              { "phase": "", "role": "", "url": "" }
            ]
            """);
        Assert.Equal(422, (int)answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal("endpoints.invalid", problem.GetProperty("code").GetString());
        Assert.Equal(
            [
                "1 phase endpoints.phase", "2 role endpoints.role", "3 role endpoints.doubled", "4 url endpoints.url", "5 url endpoints.url", "6 url endpoints.url",
                "7 url endpoints.address", "8 url endpoints.userInfo", "9 url endpoints.address", "10 phase endpoints.phase", "10 role endpoints.role", "10 url endpoints.url",
            ],
            problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("index")} {e.GetProperty("field")} {e.GetProperty("code")}"));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), e => Assert.NotEmpty(e.GetProperty("message").GetString()!));
        Assert.Contains("catalogue, receive, status, gateway, civil, ndxp, dossier", problem.GetProperty("errors")[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        var kept = await admin.SendAsync(HttpMethod.Get, $"{Caller.Root}/02/endpoints").BodyAsync();
        Assert.Equal(["test catalogue https://a.vn/"], kept.EnumerateArray().Select(Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""[{ "phase": "test", "role": "catalogue" }]""")]
    [InlineData("""[{ "phase": 1, "role": "catalogue", "url": "https://a.vn/" }]""")]
    [InlineData("""["https://a.vn/"]""")]
    public async Task Body_that_is_no_list_of_addresses_is_400_before_anybody_is_asked(string body)
    {
        using var admin = server.With("admin");
        Assert.Equal((400, "query.body"), await admin.SendAsync(HttpMethod.Put, $"{Caller.Root}/04/endpoints", body).SaidAsync());
        Assert.Equal((400, "query.body"), await server.Client.SendAsync(HttpMethod.Put, $"{Caller.Root}/04/endpoints", body).SaidAsync());
    }

    [Fact]
    public async Task Unknown_participant_is_404()
    {
        using var admin = server.With("admin");
        Assert.Equal((404, "query.unknown"), await admin.SendAsync(HttpMethod.Put, $"{Caller.Root}/999/endpoints", "[]").SaidAsync());
    }

    private static async Task<System.Text.Json.JsonElement> PutAsync(HttpClient client, string code, string body)
    {
        using var answer = await client.SendAsync(HttpMethod.Put, $"{Caller.Root}/{code}/endpoints", body);
        Assert.Equal(200, (int)answer.StatusCode);
        return await RunningServer.JsonAsync(answer);
    }

    private static string Line(System.Text.Json.JsonElement e) => $"{e.GetProperty("phase")} {e.GetProperty("role")} {e.GetProperty("url")}";
}
