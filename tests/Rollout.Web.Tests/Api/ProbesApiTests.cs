using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Reading;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>What the probes see, and looking now: who may, and who sees what, from outside.</summary>
public sealed class ProbesApiTests : IAsyncLifetime
{
    private const string Probes = "/api/v1/programmes/lien-thong/probes";
    private readonly RunningServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await SeeAsync(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Public_sees_states_owners_and_reasons_but_no_address_and_nothing_that_was_said()
    {
        var all = await _server.GetAsync(Probes);
        Assert.Equal(
            ["92 test catalogue 1.2 passing", "94 test receive 1.3 failing participantSystem condition.status", "94 production civil 2.2 notObservable ndxp xroad.ServiceFailed"],
            all.EnumerateArray().Select(Line));
        Assert.DoesNotContain(Sightings.Secret, all.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", all.GetRawText(), StringComparison.Ordinal);
        var failing = all[1];
        Assert.Equal((0, 4), (failing.GetProperty("streak").GetProperty("passes").GetInt32(), failing.GetProperty("streak").GetProperty("failures").GetInt32()));
        Assert.False(failing.GetProperty("passed").GetBoolean());
        Assert.Equal("receive", failing.GetProperty("role").GetString());
        Assert.Equal([0.1, 1, 2, 3, 14], failing.GetProperty("timings").EnumerateObject().Select(t => t.Value.GetDouble()));
        Assert.EndsWith("+07:00", failing.GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("+07:00", failing.GetProperty("streak").GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("+07:00", failing.GetProperty("certificateEnds").GetString(), StringComparison.Ordinal);
        Assert.Equal(["null", "\"paused\"", "\"paused\""], all.EnumerateArray().Select(l => l.GetProperty("quiet").GetRawText()));
    }

    [Fact]
    public async Task Past_is_told_from_what_had_been_seen_by_then()
    {
        var latest = _server.Services.GetRequiredService<SampleReader>().Latest(Sightings.Target(_server.Services, "94", "receive").Id, "receive", 4);
        var then = Uri.EscapeDataString(BoardReading.Text(latest[2].At));
        var line = Assert.Single((await _server.GetAsync($"{Probes}?participant=94&phase=test&asOf={then}")).EnumerateArray());
        Assert.Equal(2, line.GetProperty("streak").GetProperty("failures").GetInt32());
        Assert.NotEqual("failing", line.GetProperty("state").GetString());
        var gone = Assert.Single((await _server.GetAsync($"{Probes}?participant=94&phase=test&asOf=2024-08-20")).EnumerateArray());
        Assert.Equal(("null", "null", "null"), (gone.GetProperty("at").GetRawText(), gone.GetProperty("passed").GetRawText(), gone.GetProperty("rolled").GetRawText()));
        var known = Assert.Single((await _server.GetAsync($"{Probes}?participant=94&phase=test&knownOn=2024-08-20")).EnumerateArray());
        Assert.Equal(4, known.GetProperty("streak").GetProperty("failures").GetInt32());
    }

    [Theory]
    [InlineData("monitor", true)]
    [InlineData("admin", true)]
    [InlineData("agency:c06", true)]
    [InlineData("participant:provinces-63/94", true)]
    [InlineData("vendor:provinces-63/94", true)]
    [InlineData("participant:provinces-63/92", false)]
    [InlineData("reader", false)]
    [InlineData("approver", false)]
    public async Task What_was_said_is_for_those_who_work_with_the_participant(string role, bool open)
    {
        using var client = _server.With(role);
        var all = await client.SendAsync(HttpMethod.Get, $"{Probes}?participant=94&phase=test").BodyAsync();
        var message = Assert.Single(all.EnumerateArray()).GetProperty("fault").GetProperty("message").GetString()!;
        Assert.Equal(open, message.Contains(Sightings.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Query_limits_to_a_participant_and_a_phase()
    {
        Assert.Equal(2, (await _server.GetAsync($"{Probes}?participant=94")).GetArrayLength());
        Assert.Equal("94 production civil 2.2 notObservable ndxp xroad.ServiceFailed", Line(Assert.Single((await _server.GetAsync($"{Probes}?phase=production")).EnumerateArray())));
        Assert.Equal(0, (await _server.GetAsync($"{Probes}?participant=01")).GetArrayLength());
    }

    [Fact]
    public async Task Reading_is_refused_in_the_order_of_the_contract()
    {
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        Assert.Equal((400, "query.unknown"), await closed.Client.SendAsync(HttpMethod.Get, $"{Probes}?participant=999").SaidAsync());
        Assert.Equal((400, "query.unknown"), await closed.Client.SendAsync(HttpMethod.Get, $"{Probes}?phase=nowhere").SaidAsync());
        Assert.Equal((401, "query.signIn"), await closed.Client.SendAsync(HttpMethod.Get, Probes).SaidAsync());
        using var reader = closed.With("reader");
        Assert.Equal((404, "query.unknown"), await reader.SendAsync(HttpMethod.Get, "/api/v1/programmes/none/probes").SaidAsync());
        Assert.Equal((200, null), await reader.SendAsync(HttpMethod.Get, Probes).SaidAsync());
    }

    [Fact]
    public async Task Contact_of_a_programme_that_is_read_by_oneself_sees_only_its_own()
    {
        await using var server = new RunningServer
        {
            PublicRead = false,
            Catalog = new([.. DataFiles.ReadAll(Repository.Data()).Catalog!.All.Select(i => i with { Programme = i.Programme with { Reading = ReadingScope.Own } })]),
        };
        await server.InitializeAsync();
        await SeeAsync(server);
        using var contact = server.With("participant:provinces-63/92");
        Assert.Equal("92 test catalogue 1.2 passing", Line(Assert.Single((await contact.SendAsync(HttpMethod.Get, Probes).BodyAsync()).EnumerateArray())));
        Assert.Equal((200, null), await contact.SendAsync(HttpMethod.Get, $"{Probes}?participant=92").SaidAsync());
        Assert.Equal((403, "query.forbidden"), await contact.SendAsync(HttpMethod.Get, $"{Probes}?participant=94").SaidAsync());
        using var reader = server.With("reader");
        Assert.Equal(3, (await reader.SendAsync(HttpMethod.Get, Probes).BodyAsync()).GetArrayLength());
    }

    [Fact]
    public async Task Looking_now_is_refused_in_the_order_of_the_contract()
    {
        Assert.Equal((400, "query.body"), await RunAsync(_server.Client, "["));
        Assert.Equal((400, "query.body"), await RunAsync(_server.Client, """{ "participant": 92 }"""));
        Assert.Equal((401, "query.signIn"), await RunAsync(_server.Client, """{ "participant": "999" }"""));
        using var monitor = _server.With("monitor");
        Assert.Equal((404, "query.unknown"), await monitor.SendAsync(HttpMethod.Post, "/api/v1/programmes/none/probes/run", "{}").SaidAsync());
        using var contact = _server.With("participant:provinces-63/92");
        Assert.Equal((403, "query.forbidden"), await RunAsync(contact, """{ "participant": "999" }"""));
        Assert.Equal((422, "query.unknown"), await RunAsync(monitor, """{ "participant": "999" }"""));
        Assert.Equal((422, "query.unknown"), await RunAsync(monitor, """{ "phase": "nowhere" }"""));
    }

    [Theory]
    [InlineData("monitor", 202, 202, 202)]
    [InlineData("admin", 202, 202, 202)]
    [InlineData("participant:provinces-63/92", 202, 403, 403)]
    [InlineData("vendor:provinces-63/92", 403, 403, 403)]
    [InlineData("agency:c06", 403, 403, 403)]
    [InlineData("reader", 403, 403, 403)]
    [InlineData("approver", 403, 403, 403)]
    public async Task Looking_now_is_for_the_monitor_the_administrator_and_the_participant_itself(string role, int own, int other, int all)
    {
        using var client = _server.With(role);
        Assert.Equal(own, (await RunAsync(client, """{ "participant": "92" }""")).Status);
        Assert.Equal(other, (await RunAsync(client, """{ "participant": "94" }""")).Status);
        Assert.Equal(all, (await RunAsync(client, "{}")).Status);
    }

    [Fact]
    public async Task Run_tells_how_far_it_is_and_what_it_saw()
    {
        using var contact = _server.With("participant:provinces-63/92");
        using var begun = await contact.SendAsync(HttpMethod.Post, $"{Probes}/run", """{ "participant": "92", "phase": "test" }""");
        Assert.Equal(202, (int)begun.StatusCode);
        var run = await RunningServer.JsonAsync(begun);
        Assert.Equal(1, run.GetProperty("total").GetInt32());
        var place = begun.Headers.Location!.ToString();
        Assert.Equal($"{Probes}/runs/{run.GetProperty("id").GetString()}", place);

        var state = await contact.SendAsync(HttpMethod.Get, place).BodyAsync();
        while (state.GetProperty("ended").ValueKind == JsonValueKind.Null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            state = await contact.SendAsync(HttpMethod.Get, place).BodyAsync();
        }
        Assert.Equal((1, 1), (state.GetProperty("total").GetInt32(), state.GetProperty("done").GetInt32()));
        Assert.EndsWith("+07:00", state.GetProperty("ended").GetString(), StringComparison.Ordinal);
        var seen = Assert.Single(state.GetProperty("results").EnumerateArray());
        Assert.Equal(("92", "catalogue", "tcp.refused"), (seen.GetProperty("participant").GetString(), seen.GetProperty("probe").GetString(), seen.GetProperty("fault").GetProperty("code").GetString()));

        using var other = _server.With("participant:provinces-63/94");
        Assert.Equal((403, "query.forbidden"), await other.SendAsync(HttpMethod.Get, place).SaidAsync());
        Assert.Equal((401, "query.signIn"), await _server.Client.SendAsync(HttpMethod.Get, place).SaidAsync());
        Assert.Equal((404, "query.unknown"), await other.SendAsync(HttpMethod.Get, $"{Probes}/runs/none").SaidAsync());
    }

    [Fact]
    public async Task Target_in_a_maintenance_window_is_quiet_and_not_looked_at_now_either()
    {
        var now = _server.Services.GetRequiredService<DomainClock>().Now;
        _server.Services.GetRequiredService<MaintenanceBook>().Add(
            new(0, Sightings.Programme, new(new(Sightings.Set, "92"), null, null, null), now.AddHours(-1), now.AddHours(1), null, null, "thu", "thu"));
        Assert.Equal("maintenance", Assert.Single((await _server.GetAsync($"{Probes}?participant=92")).EnumerateArray()).GetProperty("quiet").GetString());
        using var monitor = _server.With("monitor");
        using var begun = await monitor.SendAsync(HttpMethod.Post, $"{Probes}/run", """{ "participant": "92" }""");
        Assert.Equal(0, (await RunningServer.JsonAsync(begun)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nobody_is_looked_at_who_has_not_agreed()
    {
        using var monitor = _server.With("monitor");
        using var begun = await monitor.SendAsync(HttpMethod.Post, $"{Probes}/run", """{ "participant": "94" }""");
        Assert.Equal(0, (await RunningServer.JsonAsync(begun)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Description_names_the_queries_and_shows_a_body()
    {
        var paths = (await _server.GetAsync("/openapi/v1.json")).GetProperty("paths");
        var read = paths.GetProperty("/api/v1/programmes/{programme}/probes").GetProperty("get");
        var names = read.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.All(["participant", "phase"], name => Assert.Contains(name, names));
        var run = paths.GetProperty("/api/v1/programmes/{programme}/probes/run").GetProperty("post");
        Assert.Equal("92", run.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("participant").GetString());
        Assert.True(paths.TryGetProperty("/api/v1/programmes/{programme}/probes/runs/{id}", out _));
    }

    private static async Task SeeAsync(RunningServer server)
    {
        await Sightings.ConsentAsync(server.Services, "92");
        await Sightings.SeeAsync(server.Services, Sightings.Target(server.Services, "92", "catalogue"), "catalogue", null, null, null);
        await Sightings.ConsentAsync(server.Services, "94");
        await Sightings.SeeAsync(server.Services, Sightings.Target(server.Services, "94", "receive"), "receive", null, Sightings.Own, Sightings.Own, Sightings.Own, Sightings.Own);
        await Sightings.SeeAsync(server.Services, Sightings.Target(server.Services, "94", "civil", "production"), "civil", Sightings.Central);
        await Sightings.ConsentAsync(server.Services, "94", ProbingConsent.Paused);
    }

    private static Task<(int Status, string? Code)> RunAsync(HttpClient client, string body) => client.SendAsync(HttpMethod.Post, $"{Probes}/run", body).SaidAsync();

    private static string Line(JsonElement line)
    {
        string? Word(string key) => line.GetProperty(key).GetString();
        var fault = line.GetProperty("fault");
        var steps = string.Join(',', line.GetProperty("steps").EnumerateArray().Select(s => s.GetString()));
        return $"{Word("participant")} {Word("phase")} {Word("probe")} {steps} {Word("state")} {(fault.ValueKind == JsonValueKind.Null ? "" : $"{fault.GetProperty("owner").GetString()} {fault.GetProperty("code").GetString()}")}".Trim();
    }
}
