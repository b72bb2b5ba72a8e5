using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>Versions that were kept stand before the files; one that no longer reads stands before nothing.</summary>
public sealed class CatalogOverlayTests
{
    private static readonly Dictionary<string, ParticipantSet> Known = new(StringComparer.Ordinal) { ["harbours"] = Lights.Harbours };

    private static readonly ProgrammeCatalog Files = CatalogAssembly.Of([("ferry.yaml", Ferry.Programme), ("lights.yaml", Lights.Programme)], Known).Catalog!;

    [Fact]
    public void Without_versions_the_files_are_served_as_they_are() => Assert.Same(Files, CatalogOverlay.Of(Files, []));

    [Fact]
    public void Version_is_served_in_place_of_its_file_and_the_others_stay()
    {
        var version = Version("lights", Lights.Yaml.Replace("Carry oil", "Carry gas", StringComparison.Ordinal));
        var catalog = CatalogOverlay.Of(Files, [version]);
        Assert.Equal(["ferry", "lights"], catalog.All.Select(i => i.Programme.Key));
        Assert.Equal("Carry gas", catalog.Find("lights")!.Programme.Steps[0].Title.Default);
        Assert.Equal((version, version.Sha256), (catalog.Find("lights")!.Origin!.Version, catalog.Find("lights")!.Origin!.Sha256));
        Assert.Same(Ferry.Programme, catalog.Find("ferry")!.Programme);
        Assert.Empty(catalog.Passed);
    }

    [Fact]
    public void Programme_that_no_file_names_is_served_too()
    {
        var catalog = CatalogOverlay.Of(Files, [Version("gas", Lights.Yaml.Replace("key: lights", "key: gas", StringComparison.Ordinal))]);
        Assert.Equal(["ferry", "gas", "lights"], catalog.All.Select(i => i.Programme.Key));
    }

    [Theory]
    [InlineData("lead: guild", "lead: nobody", "yaml.unknown: nobody; guild, keepers")]
    [InlineData("key: lights", "key: lamps", "version.otherKey: lamps; lights")]
    [InlineData("participants: harbours", "participants: lakes", "yaml.unknown: lakes; harbours")]
    [InlineData("lead: guild", "lead: [", "yaml.syntax")]
    public void Version_that_no_longer_reads_is_passed_over_and_its_file_served(string right, string wrong, string why)
    {
        var version = Version("lights", Lights.Yaml.Replace(right, wrong, StringComparison.Ordinal));
        var catalog = CatalogOverlay.Of(Files, [version]);
        Assert.Same(Lights.Programme, catalog.Find("lights")!.Programme);
        var passed = Assert.Single(catalog.Passed);
        Assert.Same(version, passed.Version);
        Assert.StartsWith(why, $"{passed.Mistakes[0].Message}", StringComparison.Ordinal);
    }

    [Fact]
    public void Of_versions_that_do_not_go_together_those_that_are_named_are_passed_over()
    {
        string Closed(string yaml, string successor) => $"{yaml}\nclosed: {{ on: 2030-01-01, successor: {successor} }}\n";
        var fine = Version("gas", Lights.Yaml.Replace("key: lights", "key: gas", StringComparison.Ordinal));
        var catalog = CatalogOverlay.Of(Files, [Version("ferry", Closed(Ferry.Yaml, "lights")), Version("lights", Closed(Lights.Yaml, "ferry")), fine]);
        Assert.Equal(["ferry", "lights"], catalog.Passed.Select(p => p.Version.Programme));
        Assert.Equal(["ferry", "gas", "lights"], catalog.All.Select(i => i.Programme.Key));
        Assert.Null(catalog.Find("ferry")!.Programme.Closing);
    }

    private static ProgrammeVersion Version(string programme, string text) => new(programme, 1, ProgrammeOrigin.HashOf(text), text, "admin", default, "");
}
