using Bunit;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

/// <summary>Consent on the participant's page.</summary>
public sealed class ConsentPanelTests : PageTest
{
    private static readonly ParticipantId CanTho = new("provinces-63", "92");

    [Fact]
    public async Task Participant_agrees_by_one_click_and_pauses_with_a_reason()
    {
        SignInWithKey("participant:provinces-63/92");
        var panel = Panel();
        Assert.Contains(Texts["probing.unasked"], panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Rollout-Probe/1.0", panel.Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["probing.sourceUnknown"], panel.Markup, StringComparison.Ordinal);

        await panel.Find(".consent-buttons button").ClickAsync(new());
        await panel.WaitForStateAsync(() => panel.Find(".consent-said").TextContent.Length > 0);
        Assert.Equal(ProbingConsent.Agreed, Consent);

        Refresh(panel);
        await panel.Find(".consent-buttons button").ClickAsync(new());
        await panel.Find("form").SubmitAsync();
        await panel.WaitForStateAsync(() => panel.Find(".form-mistake").TextContent == Texts["say.note.required"]);
        await panel.Find("textarea").InputAsync(new ChangeEventArgs { Value = "Nâng cấp máy chủ" });
        await panel.Find("form").SubmitAsync();
        await panel.WaitForStateAsync(() => panel.FindAll("form").Count == 0);
        Assert.Equal(ProbingConsent.Paused, Consent);

        Refresh(panel);
        Assert.Equal([Texts["probing.doResume"], Texts["probing.doWithdraw"]], panel.FindAll(".consent-buttons button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Administrator_is_asked_for_the_letter()
    {
        SignInWithKey("admin");
        var panel = Panel();
        await panel.Find(".consent-buttons button").ClickAsync(new());
        Assert.Null(Consent);
        Assert.Contains(Texts["probing.noteAdmin"], panel.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("vendor:provinces-63/92")]
    [InlineData("participant:provinces-63/01")]
    public void Others_read_without_buttons(string role)
    {
        SignInWithKey(role);
        Assert.Empty(Panel().FindAll("button"));
    }

    private ProbingConsent? Consent => Get<BoardStore>().Of("lien-thong")[CanTho].Probing?.Consent;

    private IRenderedComponent<ConsentPanel> Panel() => Circuit.Render<ConsentPanel>(p => p.Add(c => c.View, View()).Add(c => c.Participant, CanTho));

    // As the page does when the ledger grew.
    private void Refresh(IRenderedComponent<ConsentPanel> panel) => panel.Render(p => p.Add(c => c.View, View()).Add(c => c.Participant, CanTho));
}
