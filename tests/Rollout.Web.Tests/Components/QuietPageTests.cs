using Bunit;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Quiet;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Components.Maintenance;

namespace Rollout.Web.Tests.Components;

/// <summary>The page of maintenance windows.</summary>
public sealed class QuietPageTests : PageTest
{
    [Fact]
    public async Task Participant_writes_a_repeated_window_of_its_own_and_drops_it()
    {
        SignInWithKey("participant:provinces-63/92");
        var page = Open<QuietPage>("/probes/quiet");
        await page.Find(".quiet-page > p button.primary").ClickAsync(new());
        Assert.Equal(["92"], page.FindAll("#window-participant option").Select(o => o.GetAttribute("value")));
        await page.FindAll("input[type=radio]")[1].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await page.Find("#window-cron").InputAsync(new ChangeEventArgs { Value = "0 25 * * *" });
        Assert.Empty(page.FindAll(".window-next"));
        await page.Find("form").SubmitAsync();
        await page.WaitForStateAsync(() => page.Find("#window-cron-mistake").TextContent.Length > 0);
        Assert.Equal(Texts["say.quiet.reasonMissing"], page.Find("#window-reason-mistake").TextContent);
        Assert.Equal("0 25 * * *", page.Find("#window-cron").GetAttribute("value"));

        await page.Find("#window-cron").InputAsync(new ChangeEventArgs { Value = "0 22 * * *" });
        Assert.Equal(3, page.Find(".window-next").TextContent.Split(';').Length);
        await page.Find("#window-reason").InputAsync(new ChangeEventArgs { Value = "Sao lưu hằng ngày" });
        await page.Find("form").SubmitAsync();
        await page.WaitForStateAsync(() => page.Find(".quiet-said").TextContent == Texts["quiet.saved"]);
        Assert.Contains("Sao lưu hằng ngày", page.Markup, StringComparison.Ordinal);

        await page.Find(".window-line button").ClickAsync(new());
        await page.WaitForStateAsync(() => page.Find(".quiet-said").TextContent == Texts["quiet.ended"]);
        Assert.NotNull(Assert.Single(Get<MaintenanceBook>().Of("lien-thong")).Until);
    }

    [Theory]
    [InlineData("admin", 1)]
    [InlineData("participant:provinces-63/01", 0)]
    [InlineData("monitor", 0)]
    [InlineData("reader", 0)]
    public void Windows_are_seen_by_all_and_ended_by_those_who_may(string role, int buttons)
    {
        var now = Get<DomainClock>().Now;
        Get<MaintenanceBook>().Add(new(0, "lien-thong", new(new("provinces-63", "92"), "test", "gateway", "dvclt"), now, now.AddHours(2), null, null, "Nâng cấp", "admin"));
        SignInWithKey(role);
        var page = Open<QuietPage>("/probes/quiet");
        Assert.Contains("Cần Thơ", page.Find("[aria-labelledby=windows-current] .window-line").TextContent, StringComparison.Ordinal);
        Assert.Equal(buttons, page.FindAll(".window-line button").Count);
    }

    [Fact]
    public void Public_is_asked_to_sign_in()
    {
        Authorization.SetNotAuthorized();
        var page = Open<QuietPage>("/probes/quiet");
        Assert.Contains(Texts["quiet.signIn"], page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form, .window-line"));
    }

    [Fact]
    public void Scope_is_said_in_words() => Assert.StartsWith(
        Texts["quiet.allParticipants"] + " · ", WindowWords.Scope(Texts, View(), new QuietScope(null, "test", "gateway", "dvclt")), StringComparison.Ordinal);
}
