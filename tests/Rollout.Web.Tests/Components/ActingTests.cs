using Bunit;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Web.Components.Acting;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Todo;

namespace Rollout.Web.Tests.Components;

/// <summary>Acting on a step from a page: what is offered, what is typed, what becomes of it.</summary>
public sealed class ActingTests : PageTest
{
    private static readonly StepKey Free = new(new("provinces-63", "94"), "test", "2.1");

    private StepState Cell => View().Board[Free.Participant]["test", Free.Step];

    [Fact]
    public void Only_what_brings_a_step_on_stands_out()
    {
        SignInWithKey("monitor");
        Assert.Empty(Actions().FindAll(".act-buttons .primary"));
        SignInWithKey("participant:provinces-63/94");
        Assert.Single(Actions().FindAll(".act-buttons .primary"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("reader", false)]
    [InlineData("participant:provinces-63/92", false)]
    [InlineData("vendor:provinces-63/94", false)]
    [InlineData("participant:provinces-63/94", true)]
    [InlineData("agency:btp", true)]
    [InlineData("monitor", true)]
    public void Buttons_are_shown_to_those_whom_the_rules_give_an_action(string? role, bool shown)
    {
        if (role is not null) SignInWithKey(role);
        Assert.Equal(shown, Actions().FindAll(".act-buttons button").Count > 0);
    }

    [Fact]
    public void Reason_stands_where_an_action_is_missing()
    {
        SignInWithKey("agency:btp");
        var production = Actions("production");
        Assert.Contains("Thử nghiệm", production.Find(".act-why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_is_written_and_the_form_says_so()
    {
        SignInWithKey("participant:provinces-63/94");
        var actions = Actions();
        actions.Find(".act-buttons button").Click();
        actions.Find("textarea").Input("Đã nhận key");
        actions.Find("form").Submit();
        actions.WaitForAssertion(() => Assert.NotEmpty(actions.Find(".act-said").TextContent));
        Assert.Equal((StepStatus.Reported, 1), (Cell.Status, Cell.Version));
    }

    [Fact]
    public void Reason_that_is_missing_is_asked_for_beside_its_field_and_nothing_is_written()
    {
        SignInWithKey("participant:provinces-63/94");
        var actions = Actions();
        actions.FindAll(".act-buttons button")[^1].Click();
        actions.Find("form").Submit();
        Assert.Equal(3, actions.FindAll("[role=alert].form-mistake").Count);
        Assert.Equal(0, Cell.Version);
    }

    [Fact]
    public async Task Slower_of_two_is_shown_what_changed_and_keeps_the_note()
    {
        SignInWithKey("participant:provinces-63/94");
        var actions = Actions();
        actions.Find(".act-buttons button").Click();
        actions.Find("textarea").Input("Ghi chú dài");
        await RecordAsync("94", "test", "2.1", StepStatus.InProgress);
        actions.Render(p => p.Add(a => a.View, View()).Add(a => a.Row, View().Board[Free.Participant]));
        Assert.NotEmpty(actions.FindAll(".notice.is-urgent .history li"));
        Assert.Equal("Ghi chú dài", actions.Find("textarea").GetAttribute("value"));
        actions.Find("form").Submit();
        actions.WaitForAssertion(() => Assert.Equal((StepStatus.Reported, 2), (Cell.Status, Cell.Version)));
    }

    [Fact]
    public void Draft_of_the_vendor_fills_the_offices_report_and_is_gone_once_it_is_sent()
    {
        SignInWithKey("vendor:provinces-63/94");
        var draft = Draft();
        draft.Find("button").Click();
        draft.Find("textarea").Input("Nhà thầu đã xong");
        draft.Find("form").Submit();
        Assert.NotNull(Get<Drafts>().Find(Programme.Key, Free));
        SignInWithKey("participant:provinces-63/94");
        var actions = Actions();
        actions.Find(".act-buttons button").Click();
        Assert.Equal("Nhà thầu đã xong", actions.Find("textarea").GetAttribute("value"));
        actions.Find("form").Submit();
        actions.WaitForAssertion(() => Assert.Equal(StepStatus.Reported, Cell.Status));
        Assert.Null(Get<Drafts>().Find(Programme.Key, Free));
    }

    [Fact]
    public async Task Inbox_confirms_many_and_says_of_each_what_came_of_it()
    {
        foreach (var code in new[] { "94", "95" }) await RecordAsync(code, "test", "2.1", StepStatus.Reported);
        await RecordAsync("96", "production", "2.1", StepStatus.Reported);
        SignInWithKey("agency:btp");
        var inbox = Inbox();
        Assert.Equal(3, inbox.FindAll(".task").Count);
        inbox.Find(".bulk-all input").Change(true);
        inbox.Find(".bulk .button.primary").Click();
        inbox.WaitForAssertion(() => Assert.Equal(3, inbox.FindAll(".run-list li").Count));
        // The one in production has its test steps before it.
        Assert.Single(inbox.FindAll(".run-list li.is-fail"));
        inbox.WaitForAssertion(() => Assert.Single(inbox.FindAll(".task")));
        Assert.Equal(StepStatus.Done, Cell.Status);
    }

    [Fact]
    public void Review_sets_the_true_state_and_day_of_an_assumed_step()
    {
        SignInWithKey("participant:provinces-63/52");
        var inbox = Inbox();
        var before = inbox.FindAll(".review-row").Count;
        inbox.FindAll(".review-row input[type=radio]")[1].Change("on");
        inbox.Find(".review-row input[type=date]").Change("2024-07-20");
        inbox.Find(".review form").Submit();
        inbox.WaitForAssertion(() => Assert.Equal(before - 1, inbox.FindAll(".review-row").Count));
        var cell = View().Board.Find("52")!["test", "1.1"];
        Assert.Equal((StepStatus.InProgress, false, "2024-07-20"), (cell.Status, cell.Assumed, $"{cell.Since:yyyy-MM-dd}"));
    }

    [Fact]
    public void Public_is_led_to_the_sign_in_from_the_inbox() => Assert.Contains("/login?back=", Inbox().Find(".inbox a").GetAttribute("href"), StringComparison.Ordinal);

    [Fact]
    public async Task Counter_counts_what_waits_and_is_live()
    {
        SignInWithKey("agency:btp");
        var counter = Circuit.Render<InboxCount>();
        Assert.Empty(counter.FindAll(".nav-count"));
        await RecordAsync("94", "test", "2.1", StepStatus.Reported);
        counter.WaitForAssertion(() => Assert.EndsWith("1", counter.Find(".nav-count").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<StepActions> Actions(string? phase = null) => Circuit.Render<StepActions>(p => p
        .Add(a => a.View, View(phase)).Add(a => a.Row, View().Board[Free.Participant]).Add(a => a.Step, Programme.FindStep(Free.Step)!));

    private IRenderedComponent<DraftForm> Draft() => Circuit.Render<DraftForm>(p => p
        .Add(a => a.View, View()).Add(a => a.Row, View().Board[Free.Participant]).Add(a => a.Step, Programme.FindStep(Free.Step)!));

    private IRenderedComponent<InboxPage> Inbox() => Open<InboxPage>("/inbox");
}
