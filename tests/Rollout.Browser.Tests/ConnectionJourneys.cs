using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>Pages that stand open while the server or the network goes away, and comes back.</summary>
public sealed class ConnectionJourneys(CutDemo demo) : IClassFixture<CutDemo>
{
    // The script of Blazor tries again every five seconds.
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Open_page_says_that_the_server_is_gone_and_lives_again_after_its_restart()
    {
        await using var visit = await demo.OpenAsync("/board?q=da+nang&cell=48:1.4");
        await demo.CutAsync();
        await Assertions.Expect(visit.Page.GetByText("Mất kết nối, đang kết nối lại")).ToBeVisibleAsync(Patient);
        await Assertions.Expect(visit.Page.Locator(".live .when-offline")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".matrix tbody tr")).ToHaveCountAsync(1);
        await demo.ComeBackAsync();
        await Assertions.Expect(visit.Page.Locator(".live .when-online")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visit.LiveAsync();
        // It stands where it stood, and its circuit works.
        await Assertions.Expect(visit.Page.Locator("#cell-panel")).ToContainTextAsync("Đà Nẵng");
        await visit.Page.Locator("input[type=search]").FillAsync("can tho");
        await Assertions.Expect(visit.Page.Locator(".matrix tbody tr")).ToContainTextAsync("Cần Thơ");
    }

    [Fact]
    public async Task What_was_typed_is_not_thrown_away_when_the_server_restarts()
    {
        await using var visit = await demo.OpenAsync("/answers", account: "cantho");
        await visit.Page.EvaluateAsync("""
            const text = document.createElement('textarea');
            text.id = 'typed';
            document.querySelector('main').append(text);
            """);
        await visit.Page.Locator("#typed").FillAsync("Chưa gửi");
        await demo.CutAsync();
        await Assertions.Expect(visit.Page.GetByText("Mất kết nối, đang kết nối lại")).ToBeVisibleAsync(Patient);
        await demo.ComeBackAsync();
        await Assertions.Expect(visit.Page.GetByText("hãy sao chép lại trước khi tải lại trang")).ToBeVisibleAsync(Patient);
        Assert.Equal("Chưa gửi", await visit.Page.Locator("#typed").InputValueAsync());
        await visit.Page.Locator("#components-reconnect-modal .when-rejected [data-reload]").ClickAsync();
        await visit.LiveAsync();
    }

    [Fact]
    public async Task Page_of_a_computer_without_network_says_so_at_once_and_goes_on_by_itself()
    {
        await using var visit = await demo.OpenAsync("/lists");
        await visit.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(visit.Page.GetByText("Máy này đang mất mạng")).ToBeVisibleAsync();
        await visit.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(visit.Page.GetByText("Máy này đang mất mạng")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".live .when-online")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }
}
