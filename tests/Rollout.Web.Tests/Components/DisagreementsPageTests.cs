using Bunit;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Components.Deciding;

namespace Rollout.Web.Tests.Components;

/// <summary>The queue of report and results that do not agree.</summary>
public sealed class DisagreementsPageTests : PageTest
{
    private static readonly ParticipantId SocTrang = new("provinces-63", "94");
    private static readonly StepKey Passing = new(SocTrang, "test", "2.2");

    [Fact]
    public async Task Monitor_lets_a_status_stand_with_a_reason_and_the_queue_is_empty()
    {
        await DisagreeAsync();
        await SignInAsync("monitor");
        var page = Open<DisagreementsPage>("/disagreements");
        Assert.Contains("Sóc Trăng", page.Find(".differs h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("Cần kiểm tra lại", page.Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["fault.tcp.refused"], page.Find(".differs-results").TextContent, StringComparison.Ordinal);
        Assert.Equal([Texts["disagree.done"], Texts["disagree.uphold"]], page.FindAll(".decide button").Select(b => b.TextContent));

        await page.FindAll(".decide button")[1].ClickAsync(new());
        await page.Find("form").SubmitAsync();
        await page.WaitForStateAsync(() => page.Find(".form-mistake").TextContent == Texts["say.note.required"]);
        await page.Find("textarea").InputAsync(new ChangeEventArgs { Value = "Chờ địa phương bổ sung" });
        await page.Find("form").SubmitAsync();
        await page.WaitForStateAsync(() => page.FindAll(".differs").Count == 0);
        Assert.Contains(Texts["disagree.written", "Sóc Trăng", "2.2"], page.Find(".disagreements-said").TextContent, StringComparison.Ordinal);
        Assert.NotNull(View().Board[SocTrang]["test", "2.2"].UpheldAt);
    }

    [Fact]
    public async Task Monitor_records_what_the_checks_see()
    {
        await DisagreeAsync();
        await SignInAsync("monitor");
        var page = Open<DisagreementsPage>("/disagreements");
        await page.FindAll(".decide button")[0].ClickAsync(new());
        await page.Find("textarea").InputAsync(new ChangeEventArgs { Value = "Đã kiểm tra lại" });
        await page.Find("form").SubmitAsync();
        await page.WaitForStateAsync(() => page.FindAll(".differs").Count == 0);
        var cell = View().Board[SocTrang]["test", "2.2"];
        Assert.Equal((StepStatus.Done, Basis.Correction), (cell.Status, cell.Basis));
    }

    [Theory]
    [InlineData("participant:provinces-63/94")]
    [InlineData("agency:btp")]
    [InlineData("admin")]
    [InlineData(null)]
    public async Task Others_read_without_buttons(string? role)
    {
        await DisagreeAsync();
        if (role is null) Authorization.SetNotAuthorized();
        else SignInWithKey(role);
        var page = Open<DisagreementsPage>("/disagreements");
        Assert.Single(page.FindAll(".differs"));
        Assert.Empty(page.FindAll(".decide, form"));
        Assert.DoesNotContain("a.example.vn", page.Markup, StringComparison.Ordinal);
        Assert.Equal(role is not null, page.Markup.Contains("Cần kiểm tra lại", StringComparison.Ordinal));
    }

    /// <summary>Set back by the monitor with a reason, and passing since.</summary>
    private async Task DisagreeAsync()
    {
        var recorder = Get<StepRecorder>();
        var monitor = new Actor(ActorKind.Monitor, "vpcp", "vpcp");
        var version = View().Board[SocTrang]["test", "2.2"].Version;
        await Record(new StepCommand.Change(monitor, Passing, StepStatus.Reported, version) { Note = "Chuẩn bị" });
        await Record(new StepCommand.Change(monitor, Passing, StepStatus.InProgress, version + 1) { Note = "Cần kiểm tra lại" });
        await Record(new StepCommand.Observe(Actor.Probe("probe"), Passing, VerificationState.Passing, null, Seen: true, Settled: true, Regressed: false));
        Assert.Equal(StepStatus.InProgress, View().Board[SocTrang]["test", "2.2"].Status);

        var probe = Programme.FindProbe(Programme.FindStep("2.2")!.Settlement.Probes[0])!;
        Get<Targets>().Put([("lien-thong", SocTrang, "test", probe.Role, new("https://a.example.vn/"))]);
        var target = Get<Targets>().Find("lien-thong", SocTrang, "test", probe.Role)!;
        await Get<ProbeSamples>().AddAsync(
            new(target, probe.Key, Get<DomainClock>().Now, new Fault("participantSystem", "tcp.refused", ""), new(null, null, null, null, 12), null, null), TestContext.Current.CancellationToken);
        await WrittenAsync(target.Id, probe.Key);

        async Task Record(StepCommand command) =>
            Assert.Null((await recorder.RecordAsync("lien-thong", command, TestContext.Current.CancellationToken)).Refusal);
    }

    /// <summary>Results are written by another thread, a moment later.</summary>
    private async Task WrittenAsync(long target, string probe)
    {
        while (Get<SampleReader>().Latest(target, probe, 1).Count == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
