using Bunit;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Matrix;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

/// <summary>Many rows of the table for one action.</summary>
public sealed class BoardPickingTests : PageTest
{
    [Theory, InlineData("reader"), InlineData("participant:provinces-63/92"), InlineData("approver")]
    public async Task Row_cannot_be_picked_by_those_who_have_no_action(string role)
    {
        await SignInAsync(role);
        Assert.Empty(Open<BoardPage>("/board").FindAll("input[type=checkbox]"));
    }

    [Fact]
    public void Row_cannot_be_picked_by_the_public() => Assert.Empty(Open<BoardPage>("/board").FindAll("input[type=checkbox]"));

    [Fact]
    public async Task Range_is_picked_from_the_last_one_as_the_rows_are_shown()
    {
        var (page, view) = await PickerAsync("monitor");
        var codes = page.FindAll("tbody tr").Select(r => r.GetAttribute("data-code")!).ToList();
        await page.InvokeAsync(() => view.Pick(codes[5], on: true, range: false));
        await page.InvokeAsync(() => view.Pick(codes[2], on: true, range: true));
        Assert.Equal(codes[2..6], Picked(page));
        await page.InvokeAsync(() => view.Pick(codes[4], on: false, range: true));
        Assert.Equal([codes[5]], Picked(page));
    }

    [Fact]
    public async Task Picked_rows_stay_while_the_filter_leaves_them_out_and_are_counted()
    {
        var (page, view) = await PickerAsync("monitor");
        await page.InvokeAsync(() => view.Pick("92", on: true, range: false));
        await page.Find("input[type=search]").InputAsync("da nang");
        await page.InvokeAsync(() => view.Pick(null, on: true, range: false));
        Assert.Equal(["48"], Picked(page));
        Assert.Contains(Texts["pick.count", 2], page.Find(".picked b").TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["pick.outside", 1], page.Find(".picked b").TextContent, StringComparison.Ordinal);
        await page.Find("input[type=search]").InputAsync("");
        Assert.Equal(["92", "48"], Picked(page));
    }

    [Fact]
    public async Task Letter_of_the_picked_names_them_alone()
    {
        var (page, view) = await PickerAsync("monitor");
        foreach (var code in (string[])["92", "48"]) await page.InvokeAsync(() => view.Pick(code, on: true, range: false));
        Assert.EndsWith("&participants=92,48", page.Find(".picked a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agency_confirms_the_reports_of_one_step_of_all_picked_and_is_told_of_each()
    {
        var codes = View().Board.Rows.Where(r => r["test", "1.1"].Status == StepStatus.NotStarted).Take(3).Select(r => r.Participant.Code).ToList();
        foreach (var code in codes) await ReportAsync(code, "1.1");
        await ReportAsync(codes[0], "1.2", StepStatus.InProgress);
        var (page, view) = await PickerAsync("agency:c06");
        await page.InvokeAsync(() => view.Pick(codes[0], on: true, range: false));
        await page.InvokeAsync(() => view.Pick(codes[1], on: true, range: false));
        await page.Find(".reports select").ChangeAsync("1.1");
        await page.Find(".reports button.primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".run-list .is-done").Count));
        Assert.Equal(
            [StepStatus.Done, StepStatus.Done, StepStatus.Reported], codes.Select(c => View().Board.Find(c)!["test", "1.1"].Status));
    }

    [Fact]
    public async Task Person_whose_account_ended_confirms_nothing()
    {
        var code = Untouched().Participant.Code;
        await ReportAsync(code, "1.1");
        var name = await SignInAsync("agency:c06");
        var page = Open<BoardPage>("/board");
        await page.InvokeAsync(() => page.FindComponent<MatrixView>().Instance.Pick(code, on: true, range: false));
        Get<AccountTable>().Disable(Get<AccountTable>().FindByName(name)!.Id);
        await page.Find(".reports button.primary").ClickAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".run-list .is-fail")));
        Assert.Equal(StepStatus.Reported, View().Board.Find(code)!["test", "1.1"].Status);
    }

    private async Task<(IRenderedComponent<BoardPage> Page, MatrixView View)> PickerAsync(string role)
    {
        await SignInAsync(role);
        var page = Open<BoardPage>("/board");
        return (page, page.FindComponent<MatrixView>().Instance);
    }

    private static IEnumerable<string?> Picked(IRenderedComponent<BoardPage> page) => page.FindAll("tbody tr[aria-selected=true]").Select(r => r.GetAttribute("data-code"));

    private async Task ReportAsync(string code, string step, StepStatus to = StepStatus.Reported)
    {
        var row = View().Board.Find(code)!;
        var command = new StepCommand.Change(
            new(ActorKind.Participant, "test", null, row.Participant.Id), new(row.Participant.Id, "test", step), to, row["test", step].Version);
        Assert.Null((await Get<StepRecorder>().RecordAsync(Programme.Key, command, TestContext.Current.CancellationToken)).Refusal);
    }
}
