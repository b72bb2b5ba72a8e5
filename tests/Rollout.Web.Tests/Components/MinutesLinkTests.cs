using Bunit;
using Rollout.Core.Steps;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

/// <summary>The way to a step's test minutes.</summary>
public sealed class MinutesLinkTests : PageTest
{
    [Fact]
    public async Task Link_stands_at_steps_with_minutes_once_there_is_something_to_print()
    {
        Authorization.SetNotAuthorized();
        Assert.Empty(Links("94"));
        await RecordAsync("94", "test", "2.3", StepStatus.InProgress);
        await RecordAsync("94", "test", "2.2", StepStatus.InProgress);
        Assert.Equal("/api/v1/programmes/lien-thong/participants/94/phases/test/steps/2.3/minutes.docx", Assert.Single(Links("94")));
        Assert.Equal(4, Links("92", "?asOf=2024-07-31").Count(l => l.Contains("minutes.docx?asOf=2024-07-31T23%3A59%3A59", StringComparison.Ordinal)));
    }

    private List<string> Links(string code, string query = "") =>
        [.. Open<ParticipantPage>($"/participants/{code}{query}", p => p.Add(c => c.Code, code)).FindAll("a[download]").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("minutes", StringComparison.Ordinal))];
}
