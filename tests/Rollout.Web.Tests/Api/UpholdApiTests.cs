using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The monitor lets a status stand, from outside: the order of the checks.</summary>
public sealed class UpholdApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly StepKey Cell = new(new("provinces-63", "93"), "test", "1.1");

    [Fact]
    public async Task Checks_come_in_the_order_of_the_contract()
    {
        using var monitor = server.With("monitor");
        using var agency = server.With("agency:c06");
        using var nobody = new HttpClient { BaseAddress = server.Client.BaseAddress };
        await FailAsync();
        var version = Row.Version;
        Assert.Equal((400, "query.number"), await SayAsync(nobody, """{ "note": "Giữ" }"""));
        Assert.Equal((401, "query.signIn"), await SayAsync(nobody, """{ "version": 1, "note": "Giữ" }"""));
        Assert.Equal((404, "query.unknown"), await monitor.SendAsync(HttpMethod.Post, $"{Caller.Cell("93", "9.9")}/uphold", """{ "version": 0 }""").SaidAsync());
        Assert.Equal((403, "disagreement.monitor"), await SayAsync(agency, """{ "version": 99 }"""));
        Assert.Equal((409, "disagreement.gone"), await SayAsync(monitor, """{ "version": 99 }"""));
        Assert.Equal((422, "note.required"), await SayAsync(monitor, $$"""{ "version": {{version}}, "note": " " }"""));
        Assert.Equal((201, null), await SayAsync(monitor, $$"""{ "version": {{version}}, "note": "Đã gọi thử" }"""));
        Assert.Equal((version, true), (Row.Version, Row.UpheldAt is not null));
    }

    [Fact]
    public async Task Stale_one_is_answered_with_the_cell_as_it_is()
    {
        using var monitor = server.With("monitor");
        using var answer = await monitor.SendAsync(HttpMethod.Post, $"{Caller.Cell("91")}/uphold", """{ "version": 7, "note": "Giữ" }""");
        Assert.Equal("1.1", (await RunningServer.JsonAsync(answer)).GetProperty("current").GetProperty("step").GetString());
    }

    private StepState Row => server.Services.GetRequiredService<BoardStore>().Of("lien-thong")[Cell.Participant][Cell.Phase, Cell.Step];

    private static Task<(int Status, string? Code)> SayAsync(HttpClient client, string body) => client.SendAsync(HttpMethod.Post, $"{Caller.Cell("93")}/uphold", body).SaidAsync();

    private async Task FailAsync()
    {
        var seen = new StepCommand.Observe(
            Actor.Probe("probe"), Cell, VerificationState.Failing, new("participantSystem", "tcp.refused"), Seen: false, Settled: false, Regressed: false);
        Assert.Null((await server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", seen, TestContext.Current.CancellationToken)).Refusal);
    }
}
