namespace Rollout.Browser.Tests;

/// <summary>Every page before anything is known: what to do next is said, and nothing looks broken.</summary>
public sealed class EveryPageEmpty(EmptyServer server) : IClassFixture<EmptyServer>
{
    [Theory]
    [MemberData(nameof(Pages.BareNames), MemberType = typeof(Pages))]
    public async Task Page_of_an_empty_programme_has_no_axe_violation_and_fits(string name)
    {
        var place = Pages.Bare.Single(p => p.Name == name);
        await PageChecks.LookAsync(server, place);
        await PageChecks.PictureAsync(server, place with { Name = $"empty-{name}" }, "");
    }
}
