using System.Xml.Linq;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.House;

/// <summary>Stairs go one way: the folders of src form no circle.</summary>
public sealed class CircleTests
{
    [Fact]
    public void Folders_of_src_form_no_circle()
    {
        var map = new HouseMap(SourceFile.All, ProjectUsings());
        Assert.True(map.Arrows.Count > 20, "The map found hardly any arrow: it has stopped reading the sources.");
        Assert.True(map.Circles().Count == 0, string.Join('\n', map.Circles()));
    }

    [Theory]
    [InlineData("Rollout.Core/Boards", "Rollout.Core/Ledger")]
    [InlineData("Rollout.Core/Lists", "Rollout.Core/Boards")]
    [InlineData("Rollout.Core/Steps", "Rollout.Core/Programmes")]
    [InlineData("Rollout.Core/Programmes", "Rollout.Core/Wording")]
    public void Arrow_that_is_there_is_drawn(string from, string to) =>
        Assert.Contains((from, to), new HouseMap(SourceFile.All, ProjectUsings()).Arrows.Keys);

    [Fact]
    public void Circle_is_found_and_told_with_its_arrows()
    {
        var circle = Assert.Single(Map(
            ("App/Up/Roof.cs", "using App.Middle; namespace App.Up; public class Roof { Stair s; }"),
            ("App/Middle/Stair.cs", "using App.Down; namespace App.Middle; public record Stair(Cellar C);"),
            ("App/Down/Cellar.cs", "namespace App.Down; public interface Cellar { App.Up.Roof Above { get; } }"),
            ("App/Garden/Tree.cs", "using App.Up; namespace App.Garden; class Tree { Roof r; }")).Circles());
        Assert.StartsWith("circle of 3: App/Down <-> App/Middle <-> App/Up", circle, StringComparison.Ordinal);
        Assert.Contains("App/Down -> App/Up: App/Down/Cellar.cs uses Roof", circle, StringComparison.Ordinal);
        Assert.DoesNotContain("Garden", circle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace App.Down; class Cellar { string Roof; }")]
    [InlineData("namespace App.Down; class Cellar { /* App.Up.Roof */ }")]
    [InlineData("namespace App.Down; class Cellar { string s = \"App.Up.Roof\"; }")]
    public void Name_that_a_file_cannot_see_draws_no_arrow(string cellar) =>
        Assert.Equal(
            [("App/Up", "App/Down")],
            Map(("App/Up/Roof.cs", "using App.Down; namespace App.Up; class Roof { Cellar c; }"), ("App/Down/Cellar.cs", cellar)).Arrows.Keys);

    [Theory]
    [InlineData("namespace App.Down; class Cellar { Up.Roof r; }")]
    [InlineData("namespace App.Down; using R = App.Up.Roof; class Cellar { R r; }")]
    [InlineData("using static App.Up.Roof; namespace App.Down; class Cellar { int x = Roof.Height; }")]
    [InlineData("global using App.Up; namespace App.Down; class Cellar { Roof r; }")]
    public void Name_that_a_file_sees_in_any_way_draws_its_arrow(string cellar) =>
        Assert.Equal(
            [("App/Down", "App/Up")],
            Map(("App/Up/Roof.cs", "namespace App.Up; class Roof { }"), ("App/Down/Cellar.cs", cellar)).Arrows.Keys);

    [Fact]
    public void Page_sees_what_its_imports_name_and_is_one_with_its_code()
    {
        var map = Map(
            ("App/Components/_Imports.razor", "@using App.Up"), ("App/Components/Pages/Home.razor", "<Roof /> @code { Cellar c; }"),
            ("App/Components/Pages/Home.razor.cs", "namespace App.Components.Pages; public partial class Home { }"),
            ("App/Up/Roof.cs", "namespace App.Up; class Roof { }"), ("App/Down/Cellar.cs", "namespace App.Down; class Cellar { }"));
        Assert.Equal([("App/Components/Pages", "App/Up")], map.Arrows.Keys);
    }

    private static HouseMap Map(params (string Path, string Text)[] files) => new([.. files.Select(f => new SourceFile(f.Path, f.Text))]);

    /// <summary>Namespaces that a project file makes visible everywhere in it.</summary>
    private static Dictionary<string, string[]> ProjectUsings() =>
        Directory.EnumerateFiles(Repository.Source, "*.csproj", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => XDocument.Load(path).Descendants("Using").Select(u => (string?)u.Attribute("Include")).OfType<string>().ToArray());
}
