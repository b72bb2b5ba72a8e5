namespace Rollout.Browser.Tests;

/// <summary>Every page as the public meets it.</summary>
[Collection(nameof(DemoCollection))]
public sealed class EveryPage(Demo demo)
{
    [Theory]
    [MemberData(nameof(Pages.PublicNames), MemberType = typeof(Pages))]
    public Task Page_has_no_axe_violation_and_no_complaint(string name) => PageChecks.LookAsync(demo, Place(name));

    /// <summary>Kept beside the tests to be looked at, in the same state on every run: July 2024.</summary>
    [Theory]
    [MemberData(nameof(Pages.PublicNames), MemberType = typeof(Pages))]
    public Task Page_fits_every_width_and_is_pictured(string name) => PageChecks.PictureAsync(demo, Place(name), "asOf=2024-07-15");

    private static Place Place(string name) => Pages.Public.Single(p => p.Name == name);
}
