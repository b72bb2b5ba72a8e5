using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>A programme can be closed, and go on in another.</summary>
public sealed class ClosingTests
{
    private static readonly Dictionary<string, ParticipantSet> Known = new(StringComparer.Ordinal) { ["harbours"] = Lights.Harbours };

    [Fact]
    public void Programme_that_says_nothing_is_open() => Assert.Null(Lights.Programme.Closing);

    [Fact]
    public void Closed_programme_says_since_when_where_it_goes_on_and_why()
    {
        var closing = Read("lights", "{ on: 1901-07-01, successor: steam, note: { en: Handed over, fr: Remis } }").Closing!;
        Assert.Equal((new DateOnly(1901, 7, 1), "steam", "Handed over", "Remis"), (closing.On, closing.Successor, closing.Note!.Default, closing.Note.In("fr")));
    }

    [Fact]
    public void Programme_may_simply_be_over() => Assert.Equal(new ProgrammeClosing(new(1901, 7, 1), null, null), Read("lights", "{ on: 1901-07-01 }").Closing);

    [Fact]
    public void Successor_must_be_a_programme_of_the_catalogue()
    {
        var (catalog, mistakes) = CatalogAssembly.Of([("lights.yaml", Read("lights", "{ on: 1901-07-01, successor: steam }")), ("gas.yaml", Read("gas", "{ on: 1901-07-01 }"))], Known);
        Assert.Null(catalog);
        Assert.Equal("lights.yaml:0:0: catalog.successor: steam; gas", $"{Assert.Single(mistakes)}");
    }

    [Fact]
    public void Successor_may_itself_be_closed_and_go_on()
    {
        var (catalog, mistakes) = CatalogAssembly.Of(
            [
                ("oil.yaml", Read("oil", "{ on: 1901-07-01, successor: gas }")), ("gas.yaml", Read("gas", "{ on: 1911-07-01, successor: steam }")),
                ("steam.yaml", Read("steam", "{ on: 1921-07-01 }")),
            ],
            Known);
        Assert.Empty(mistakes);
        Assert.Equal(["oil", "gas", "steam"], catalog!.All.Select(p => p.Programme.Key));
    }

    [Fact]
    public void Circle_of_successors_is_named_at_each_of_them_and_at_nobody_else()
    {
        var (_, mistakes) = CatalogAssembly.Of(
            [
                ("oil.yaml", Read("oil", "{ on: 1901-07-01, successor: gas }")), ("gas.yaml", Read("gas", "{ on: 1911-07-01, successor: steam }")),
                ("steam.yaml", Read("steam", "{ on: 1921-07-01, successor: gas }")),
            ],
            Known);
        Assert.Equal(
            ["gas.yaml:0:0: catalog.circle: gas → steam → gas", "steam.yaml:0:0: catalog.circle: steam → gas → steam"], mistakes.Select(m => $"{m}"));
    }

    [Fact]
    public void Catalogue_tells_broken_lineage_with_everything_else()
    {
        var sets = new Dictionary<string, ParticipantSet>(Known) { ["ports"] = Sets.Of("ports", "code,name,parts\nX,Almabrod,harbours:A B") };
        var (catalog, mistakes) = CatalogAssembly.Of([("lights.yaml", Read("lights", "{ on: 1901-07-01, successor: steam }"))], sets);
        Assert.Null(catalog);
        Assert.Equal(["lights.yaml:0:0: catalog.successor: steam; ", "harbours.csv:2:0: lineage.none: harbours/C; ports"], mistakes.Select(m => $"{m}"));
    }

    [Fact]
    public void Catalogue_knows_what_became_of_a_set()
    {
        var sets = new Dictionary<string, ParticipantSet>(Known) { ["ports"] = Sets.Of("ports", "code,name,parts\nX,Almabrod,harbours:A B\nC,Cove,harbours:C") };
        var catalog = CatalogAssembly.Of([("lights.yaml", Lights.Programme)], sets).Catalog!;
        Assert.Equal("X", catalog.LineageOf("harbours")!.SuccessorOf(new("harbours", "B"))!.Code);
        Assert.Null(catalog.LineageOf("ports"));
    }

    private static Programme Read(string key, string closed) =>
        ProgrammeYaml.Read($"{key}.yaml", Lights.Yaml.Replace("key: lights", $"key: {key}\nclosed: {closed}", StringComparison.Ordinal), ["harbours"]).Programme!;
}
