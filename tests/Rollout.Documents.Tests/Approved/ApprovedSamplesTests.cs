namespace Rollout.Documents.Tests.Approved;

/// <summary>
/// Documents look on paper as somebody has approved them. With <c>APPROVE=1</c> the new pictures take the old ones' place; look at them first.
/// </summary>
public sealed class ApprovedSamplesTests(PrintedPages printed) : IClassFixture<PrintedPages>
{
    private const double MostDifferent = 0.01;

    [Theory]
    [InlineData("appendix-1")]
    [InlineData("appendix-2")]
    [InlineData("progress")]
    [InlineData("reminder")]
    public void Word_file_opened_in_LibreOffice_looks_as_approved(string name)
    {
        Assert.SkipWhen(printed.Missing is not null, printed.Missing ?? "");
        var pages = PrintedPages.Pages(printed.Folder, name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            foreach (var old in PrintedPages.Pages(PrintedPages.Approved, name)) File.Delete(old);
            foreach (var page in pages) File.Copy(page, Path.Combine(PrintedPages.Approved, Path.GetFileName(page)));
        }
        var approved = PrintedPages.Pages(PrintedPages.Approved, name);
        printed.Keep |= approved.Length != pages.Length;
        Assert.True(approved.Length == pages.Length, $"{name} has {pages.Length} pages, {approved.Length} were approved; see {printed.Folder}.");
        foreach (var (page, sample) in pages.Zip(approved))
        {
            var different = GreyPicture.Read(page).Differs(GreyPicture.Read(sample));
            printed.Keep |= different > MostDifferent;
            Assert.True(different <= MostDifferent, $"{Path.GetFileName(page)} differs in {different:P1} of its blocks from what was approved: compare {page} with {sample}.");
        }
    }
}
