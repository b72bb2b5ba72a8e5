using System.Text;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>What people do with each other, each in a browser of their own.</summary>
public sealed class PeopleJourneys(QuietDemo demo) : IClassFixture<QuietDemo>
{
    private static readonly FilePayload Minutes = new()
    {
        Name = "bien-ban-kiem-thu.pdf",
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    };

    [Fact]
    public async Task Report_with_evidence_is_confirmed_by_C06_while_the_monitor_watches_without_a_reload()
    {
        await using var monitor = await demo.OpenAsync("/", account: "vpcp");
        await using var confirmer = await demo.OpenAsync("/inbox", account: "c06");
        await using var reporter = await demo.OpenAsync("/participants/94", account: "soctrang");
        foreach (var visit in (Visit[])[monitor, confirmer, reporter]) await visit.Page.EvaluateAsync("window.stayed = true");
        var tasks = confirmer.Page.Locator(".tasks > li");
        var before = await tasks.CountAsync();

        var step = Step(reporter, "3.1");
        await step.GetByRole(AriaRole.Button, new() { Name = "Báo cáo hoàn thành" }).ClickAsync();
        await step.GetByLabel("Ghi chú").FillAsync("Đã nộp thử 12 hồ sơ khai sinh, hồ sơ về đủ.");
        var picker = step.Locator("form input[type=file]");
        // Playwright hands files over even to an input that is still asleep.
        await Assertions.Expect(picker).ToBeEnabledAsync();
        await picker.SetInputFilesAsync(Minutes);
        await Assertions.Expect(step.Locator(".picked button")).ToHaveAccessibleNameAsync($"Bỏ tệp {Minutes.Name}");
        await step.Locator("form button[type=submit]").ClickAsync();
        await Assertions.Expect(step.Locator(".act-said")).ToContainTextAsync("Đã ghi lúc");
        await Assertions.Expect(step.Locator(".facts-badges")).ToContainTextAsync("Chờ xác nhận");

        await Assertions.Expect(tasks).ToHaveCountAsync(before + 1);
        await Assertions.Expect(confirmer.Page.Locator(".nav-count")).ToContainTextAsync($"{before + 1}");
        var task = tasks.Filter(new() { HasText = "Sóc Trăng" }).Filter(new() { HasText = "3.1 Kiểm tra hồ sơ nộp" });
        await task.GetByRole(AriaRole.Button, new() { Name = "Xem và xử lý" }).ClickAsync();
        await Assertions.Expect(task.Locator(".history")).ToContainTextAsync("hồ sơ về đủ");
        await Assertions.Expect(task.GetByRole(AriaRole.Link, new() { Name = Minutes.Name })).ToBeVisibleAsync();
        await task.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await task.Locator("form button[type=submit]").ClickAsync();
        await Assertions.Expect(tasks).ToHaveCountAsync(before);

        await Assertions.Expect(step.Locator(".facts-badges")).ToContainTextAsync("Hoàn thành");
        var evidence = reporter.Page.Locator(".participant-history").GetByRole(AriaRole.Link, new() { Name = Minutes.Name });
        var download = await reporter.Page.RunAndWaitForDownloadAsync(() => evidence.ClickAsync());
        Assert.Equal(Minutes.Buffer, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        var latest = monitor.Page.Locator("section.latest li").Filter(new() { HasText = "Sóc Trăng" }).Filter(new() { HasText = "3.1 Kiểm tra hồ sơ nộp" });
        await Assertions.Expect(latest.Filter(new() { HasText = "Hoàn thành" })).ToBeVisibleAsync();
        foreach (var visit in (Visit[])[monitor, confirmer, reporter])
        {
            Assert.True(await visit.Page.EvaluateAsync<bool>("window.stayed === true"));
            Assert.Empty(visit.Complaints);
        }
    }

    [Fact]
    public async Task Another_provinces_person_is_refused_by_the_server_and_sees_no_buttons()
    {
        var answer = await demo.SendAsync("cantho", Change("94", "3.1"), new { to = "reported", version = 0 });
        Assert.Equal(403, answer.Status);
        await using var visit = await demo.OpenAsync("/participants/94", account: "cantho");
        await Assertions.Expect(visit.Page.Locator("article.step")).ToHaveCountAsync(10);
        await Assertions.Expect(visit.Page.Locator(".act button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Slower_of_two_tabs_is_told_what_changed_and_keeps_what_was_typed()
    {
        await using var slow = await demo.OpenAsync("/participants/94", account: "soctrang");
        await using var quick = await demo.OpenAsync("/participants/94", account: "soctrang");
        const string Typed = "Chờ đầu mối NDXP gửi lại khóa, dự kiến trong tuần.";
        await Step(slow, "2.3").GetByRole(AriaRole.Button, new() { Name = "Báo cáo hoàn thành" }).ClickAsync();
        await Step(slow, "2.3").GetByLabel("Ghi chú").FillAsync(Typed);
        await Step(quick, "2.3").GetByRole(AriaRole.Button, new() { Name = "Báo cáo hoàn thành" }).ClickAsync();
        await Step(quick, "2.3").Locator("form button[type=submit]").ClickAsync();
        await Assertions.Expect(Step(quick, "2.3").Locator(".act-said")).ToContainTextAsync("Đã ghi lúc");

        var told = Step(slow, "2.3").GetByRole(AriaRole.Alert);
        await Assertions.Expect(told).ToContainTextAsync("bước này đã thay đổi");
        await Assertions.Expect(told).ToContainTextAsync("Chờ xác nhận");
        await Assertions.Expect(Step(slow, "2.3").GetByLabel("Ghi chú")).ToHaveValueAsync(Typed);
        await Assertions.Expect(Step(slow, "2.3").Locator("form button[type=submit]")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Keyboard_alone_opens_a_province_leaves_an_empty_form_and_reports()
    {
        await using var visit = await demo.OpenAsync("/participants", account: "soctrang");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Searchbox));
        await visit.Page.Keyboard.TypeAsync("soc trang");
        await Assertions.Expect(visit.Page.Locator("main a[href^='/participants/']")).ToHaveCountAsync(1);
        await visit.TabToAsync(visit.Page.Locator("main a[href^='/participants/94']"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync(@"^[^?]*/participants/94");
        var (step, report) = (Step(visit, "3.2"), Step(visit, "3.2").GetByRole(AriaRole.Button, new() { Name = "Báo cáo hoàn thành" }));

        await visit.TabToAsync(report);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(step.Locator("form")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(step.Locator("form")).ToHaveCountAsync(0);

        await visit.TabToAsync(report);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(step.Locator("form")).ToBeFocusedAsync();
        await visit.TabToAsync(step.GetByLabel("Ghi chú"));
        await visit.Page.Keyboard.TypeAsync("Đã kiểm tra đồng bộ.");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(step.GetByLabel("Ghi chú")).ToHaveValueAsync("Đã kiểm tra đồng bộ.");
        await visit.TabToAsync(step.Locator("form button[type=submit]"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(step.Locator(".act-said")).ToContainTextAsync("Đã ghi lúc");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Keyboard_alone_goes_to_the_inbox_and_confirms_a_report()
    {
        var answer = await demo.ChangeWithKeyAsync(await demo.KeyAsync("participant:provinces-63/60"), Change("60", "1.1"), new { to = "reported", version = 0 });
        Assert.Equal(201, answer.Status);
        await using var visit = await demo.OpenAsync("/", account: "c06");
        await visit.TabToAsync(visit.Page.Locator("nav.side > a[href^='/inbox']"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync("^[^?]*/inbox");
        var box = visit.Page.GetByLabel("Chọn Bình Thuận, bước 1.1");
        await visit.TabToAsync(box);
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.TabToAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận 1" }));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("section.run li").Filter(new() { HasText = "Bình Thuận · 1.1" })).ToContainTextAsync("Đã ghi.");
        await Assertions.Expect(box).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Many_reports_are_confirmed_at_once_and_each_tells_what_came_of_it()
    {
        string[] codes = ["54", "56", "58"];
        foreach (var code in codes)
        {
            var answer = await demo.ChangeWithKeyAsync(await demo.KeyAsync($"participant:provinces-63/{code}"), Change(code, "1.1"), new { to = "reported", version = 0 });
            Assert.Equal(201, answer.Status);
        }
        await using var visit = await demo.OpenAsync("/inbox", account: "c06");
        string[] names = ["Phú Yên", "Khánh Hòa", "Ninh Thuận"];
        foreach (var name in names) await visit.Page.GetByLabel($"Chọn {name}, bước 1.1").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Xác nhận {codes.Length}" }).ClickAsync();
        var run = visit.Page.Locator("section.run");
        await Assertions.Expect(run.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{codes.Length}/{codes.Length}");
        foreach (var name in names) await Assertions.Expect(run.Locator("li").Filter(new() { HasText = $"{name} · 1.1" })).ToContainTextAsync("Đã ghi.");
        foreach (var name in names) await Assertions.Expect(visit.Page.GetByLabel($"Chọn {name}, bước 1.1")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Copying_for_a_chat_puts_the_steps_state_on_the_clipboard_and_says_so()
    {
        await using var visit = await demo.OpenAsync("/participants/92");
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var button = Step(visit, "3.1").GetByRole(AriaRole.Button, new() { Name = "Sao chép cho Zalo" });
        await button.ClickAsync();
        await Assertions.Expect(Step(visit, "3.1").Locator(".copy [role=status]")).ToHaveTextAsync("Đã sao chép.");
        await Assertions.Expect(button).ToContainTextAsync("Sao chép cho Zalo");
        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("Cần Thơ", copied, StringComparison.Ordinal);
        Assert.Contains("Bước 3.1: Kiểm tra hồ sơ nộp", copied, StringComparison.Ordinal);
        Assert.Contains("/participants/92?programme=lien-thong&phase=test#step-3.1", copied, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Wrong_password_gets_one_plain_message_and_the_name_stays()
    {
        await using var visit = await demo.OpenStillAsync("/login");
        await visit.Page.GetByLabel("Tên đăng nhập").FillAsync("cantho");
        await visit.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("không phải mật khẩu");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kiểm tra lại tên đăng nhập và mật khẩu");
        await Assertions.Expect(visit.Page.GetByLabel("Tên đăng nhập")).ToHaveValueAsync("cantho");
        await Assertions.Expect(visit.Page.GetByLabel("Mật khẩu", new() { Exact = true })).ToHaveValueAsync("");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Province_signs_in_with_its_key_and_reviews_its_first_figures()
    {
        await using var visit = await demo.OpenStillAsync("/login?back=/inbox");
        await visit.Page.GetByText("Đăng nhập bằng khóa truy cập").ClickAsync();
        await visit.Page.GetByLabel("Khóa truy cập").FillAsync(await demo.KeyAsync("participant:provinces-63/52"));
        await visit.Page.Locator("details[open]").GetByRole(AriaRole.Button).ClickAsync();
        await visit.Page.ArrivedAsync(@"^[^?]*/inbox");
        await visit.LiveAsync();
        var review = visit.Page.Locator("section.review");
        await Assertions.Expect(review.GetByRole(AriaRole.Heading)).ToContainTextAsync("Rà soát số liệu ban đầu2");
        await review.GetByRole(AriaRole.Group, new() { Name = "Bình Định · 1.1" }).GetByLabel("Đã xong, báo cáo").CheckAsync();
        await review.GetByRole(AriaRole.Group, new() { Name = "Bình Định · 2.1" }).GetByLabel("Đang thực hiện").CheckAsync();
        await review.GetByRole(AriaRole.Button, new() { Name = "Ghi 2 bước" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("section.run").GetByRole(AriaRole.Status)).ToHaveTextAsync("2/2");
        await Assertions.Expect(visit.Page.Locator("section.run li.is-done")).ToHaveCountAsync(2);
        await Assertions.Expect(review).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    private static ILocator Step(Visit visit, string step) => visit.Page.Locator($"article[id='step-{step}']");

    private static string Change(string code, string step) => $"participants/{code}/phases/test/steps/{step}/changes";
}
