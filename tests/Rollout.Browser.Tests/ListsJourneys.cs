using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>Appendix I on the page and as a document.</summary>
[Collection(nameof(DemoCollection))]
public sealed class ListsJourneys(Demo demo)
{
    [Fact]
    public async Task Lists_of_July_2024_show_the_six_counts()
    {
        await using var visit = await demo.OpenStillAsync("/lists?asOf=2024-07-15");
        var counts = await visit.Page.Locator("article.appendix tbody tr td:nth-child(3)").EvaluateAllAsync<int[]>("cells => cells.map(c => parseInt(c.innerText))");
        Assert.Equal([1, 12, 28, 23, 3, 59], counts);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = "Địa phương đang thực hiện kết nối với PM hộ tịch" })).ToContainTextAsync("TP Hồ Chí Minh");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Download_opens_as_a_valid_docx()
    {
        await using var visit = await demo.OpenStillAsync("/lists?asOf=2024-07-15");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("a[href*='status-lists.docx']").ClickAsync());
        Assert.Equal("lien-thong-test-2024-07-15.docx", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var document = WordprocessingDocument.Open(copy, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        Assert.Contains("Sóc Trăng", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_shows_who_came_and_who_left()
    {
        await using var visit = await demo.OpenStillAsync("/lists?asOf=2024-07-15&compare=2024-07-10");
        await Assertions.Expect(visit.Page.Locator("ins").First).ToBeVisibleAsync();
        // What is open at the very moment at which the circuit takes the page over is closed again.
        await visit.LiveAsync();
        await visit.Page.Locator(".moved > summary").Filter(new() { HasText = "Bạc Liêu" }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".moved[open]")).ToContainTextAsync("1.1");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/lists?asOf=2099-01-01")]
    [InlineData("/?phase=nowhere")]
    [InlineData("/board?asOf=soon")]
    [InlineData("/participants?programme=none")]
    public async Task Wrong_address_gets_a_plain_message_with_a_way_back(string path)
    {
        // Live, because a click at the very moment at which the circuit takes the page over can go astray.
        await using var visit = await demo.OpenAsync(path);
        await Assertions.Expect(visit.Page.Locator(".mistake")).ToBeVisibleAsync();
        await visit.Page.Locator(".mistake").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".mistake")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Phase_and_day_stay_in_the_address_from_page_to_page()
    {
        await using var visit = await demo.OpenStillAsync("/lists?phase=production&asOf=2024-07-15");
        await visit.Page.Locator("nav a[href^='/board']").First.ClickAsync();
        await visit.Page.ArrivedAsync(@"^[^?]*/board\?");
        Assert.Contains("phase=production", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("asOf=2024-07-15", visit.Page.Url, StringComparison.Ordinal);
    }
}
