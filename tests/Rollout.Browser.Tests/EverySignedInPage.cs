namespace Rollout.Browser.Tests;

/// <summary>Every page as those who are signed in meet it, with its forms open.</summary>
public sealed class EverySignedInPage(PeopledDemo demo) : IClassFixture<PeopledDemo>
{
    [Theory]
    [MemberData(nameof(Pages.SignedInNames), MemberType = typeof(Pages))]
    public Task Page_has_no_axe_violation_and_no_complaint(string name) => PageChecks.LookAsync(demo, Place(name));

    [Theory]
    [MemberData(nameof(Pages.SignedInNames), MemberType = typeof(Pages))]
    public Task Page_fits_every_width_and_is_pictured(string name) => PageChecks.PictureAsync(demo, Place(name), "");

    private static Place Place(string name) => Pages.SignedIn.Single(p => p.Name == name);
}
