using Bunit;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Samples;
using Rollout.Web.Components.Vendors;

namespace Rollout.Web.Tests.Components;

/// <summary>The vendor on a participant's page, and one vendor's fault as one line.</summary>
public sealed class VendorTests : PageTest
{
    private static readonly ParticipantId CanTho = new("provinces-63", "92");

    [Fact]
    public async Task Participant_says_who_supplies_its_software()
    {
        SignInWithKey("participant:provinces-63/92");
        var line = Line();
        Assert.Contains(Texts["vendor.none"], line.Markup, StringComparison.Ordinal);
        await line.Find("button").ClickAsync(new());
        await line.Find("#vendor").InputAsync(new ChangeEventArgs { Value = "Nền tảng A" });
        await line.Find("form").SubmitAsync();
        await line.WaitForStateAsync(() => line.FindAll("form").Count == 0);
        Assert.Equal("Nền tảng A", line.Find("b").TextContent);
        Assert.Equal("Nền tảng A", Get<VendorBook>().All("lien-thong")[CanTho]);
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("participant:provinces-63/01")]
    [InlineData("vendor:provinces-63/92")]
    public void Others_read_it_without_a_button(string role)
    {
        SignInWithKey(role);
        Assert.Empty(Line().FindAll("button"));
    }

    [Fact]
    public void Public_sees_no_vendor()
    {
        Authorization.SetNotAuthorized();
        Assert.Empty(Line().Markup.Trim());
    }

    [Fact]
    public async Task Two_stuck_with_the_same_software_are_one_line_for_those_who_are_known()
    {
        foreach (var code in (string[])["01", "94"])
        {
            Get<VendorBook>().Set("lien-thong", new("provinces-63", code), "Nền tảng A", "admin");
            await RecordAsync(code, "test", "1.3", StepStatus.InProgress);
            await FailAsync(code);
        }
        SignInWithKey("reader");
        Assert.Equal("Hà Nội, Sóc Trăng", Circuit.Render<VendorTroubles>(p => p.Add(c => c.View, View())).Find("li .muted").TextContent);
        Authorization.SetNotAuthorized();
        Assert.Empty(Circuit.Render<VendorTroubles>(p => p.Add(c => c.View, View())).FindAll("li"));
    }

    private async Task FailAsync(string code) => Assert.Null((await Get<Storage.Ledgers.StepRecorder>().RecordAsync(
        "lien-thong",
        new StepCommand.Observe(
            Actor.Probe("probe"), new(new("provinces-63", code), "test", "1.3"), VerificationState.Failing, new("participantSystem", "tcp.refused"), Seen: false, Settled: false, Regressed: false),
        TestContext.Current.CancellationToken)).Refusal);

    private IRenderedComponent<VendorLine> Line() => Circuit.Render<VendorLine>(p => p.Add(c => c.View, View()).Add(c => c.Participant, CanTho));
}
