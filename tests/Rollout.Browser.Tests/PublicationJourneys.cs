using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The appendix on its way out as a letter, and a published one on its way back in.</summary>
public sealed class PublicationJourneys(QuietDemo demo) : IClassFixture<QuietDemo>
{
    [Fact]
    public async Task Letter_is_drafted_approved_by_another_and_issued_with_its_docx()
    {
        await using var author = await demo.OpenAsync("/publications", account: "vpcp");
        await Button(author, "Dự thảo mới").ClickAsync();
        await author.Page.Locator(".publications form").GetByLabel("Số liệu đến hết ngày").FillAsync("2024-07-15");
        await Button(author, "Soạn dự thảo").ClickAsync();
        await author.Page.ArrivedAsync(@"^[^?]*/publications/\d+\?");
        await author.LiveAsync();
        await ActAsync(author, "Trình duyệt");
        await Assertions.Expect(author.Page.Locator(".act-said")).ToHaveTextAsync("Đã trình. Chờ người khác duyệt.");

        await using var approver = await demo.OpenAsync("/publications", account: "duyet");
        var waiting = approver.Page.GetByRole(AriaRole.Region, new() { Name = "Chờ bạn xử lý" });
        await waiting.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(approver.Page.Locator("article.appendix")).ToContainTextAsync("Sóc Trăng");
        await approver.LiveAsync();
        await ActAsync(approver, "Duyệt");
        await Assertions.Expect(approver.Page.Locator(".act-said")).ToHaveTextAsync("Đã duyệt. Chờ số và ngày.");

        // The author's page follows by itself.
        await Button(author, "Nhập số, ngày và phát hành").ClickAsync();
        var day = author.Page.Locator(".act-card form").GetByLabel("Ngày ban hành");
        await author.Page.Locator(".act-card form").GetByLabel("Số văn bản").FillAsync("5310/VPCP-KSTT");
        await day.FillAsync((await day.GetAttributeAsync("max"))!);
        await author.Page.Locator(".act-card form button[type=submit]").ClickAsync();
        await Button(author, "Tôi chắc chắn").ClickAsync();
        await Assertions.Expect(author.Page.Locator("h1")).ToContainTextAsync("Văn bản số 5310/VPCP-KSTT");
        await Assertions.Expect(author.Page.Locator("h1")).ToContainTextAsync("Đã phát hành");

        var download = await author.Page.RunAndWaitForDownloadAsync(() => author.Page.Locator(".documents a[href*='.docx']").ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(copy, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        Assert.Contains("5310/VPCP-KSTT", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(author.Complaints);
        Assert.Empty(approver.Complaints);
    }

    [Fact]
    public async Task Appendix_of_July_2024_pasted_as_it_is_shows_the_six_counts_and_no_mistake()
    {
        await using var visit = await demo.OpenAsync("/lists/read", account: "vpcp");
        await visit.Page.GetByLabel("Văn bản của phụ lục").FillAsync(Pages.Appendix);
        await Button(visit, "Đọc văn bản").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".read-said")).ToContainTextAsync("Đọc được 6 dòng, không có lỗi: 1 · 12 · 28 · 23 · 3 · 59 địa phương.");
        await Assertions.Expect(visit.Page.Locator(".read-rows tbody td:nth-child(3)")).ToHaveTextAsync(["1", "12", "28", "23", "3", "59"]);
        await Assertions.Expect(visit.Page.Locator(".mistakes li")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByLabel("Văn bản của phụ lục")).ToHaveValueAsync(Pages.Appendix.ReplaceLineEndings("\n"));
        Assert.Empty(visit.Complaints);
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens what may be done and does it; both buttons say the same.</summary>
    private static async Task ActAsync(Visit visit, string name)
    {
        await visit.Page.Locator(".act-card .act-buttons").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await visit.Page.Locator(".act-card form button[type=submit]").ClickAsync();
    }
}
