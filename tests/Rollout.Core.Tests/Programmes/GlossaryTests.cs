using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>The words that a programme explains, each with the document that says it.</summary>
public sealed class GlossaryTests
{
    private static readonly Programme Programme = LienThong.Programme;

    [Fact]
    public void Word_of_the_shipped_programme_names_a_document_that_stands_in_its_file()
    {
        Assert.NotEmpty(Programme.Glossary.Terms);
        Assert.NotEmpty(Programme.Glossary.Sources);
        foreach (var place in Programme.Glossary.Terms.Select(t => t.Source).Concat(Programme.Glossary.Sources.Values))
            Assert.NotNull(Programme.FindDocument(place.Document));
    }

    [Fact]
    public void Word_of_the_shipped_programme_is_told_in_both_languages() =>
        Assert.All(Programme.Glossary.Terms, t =>
        {
            Assert.Equal(["en"], t.Term.Others.Keys);
            Assert.Equal(["en"], t.Meaning.Others.Keys);
            if (t.Source.Place is { } place) Assert.Equal(["en"], place.Others.Keys);
        });

    [Theory]
    [InlineData("ss", GlossaryTopic.Probes, "Bước 4")]
    [InlineData("ndxp", GlossaryTopic.Systems, "mục 2")]
    public void Word_says_what_it_is_about_and_where_it_stands(string key, GlossaryTopic about, string place)
    {
        var term = Programme.Glossary.Terms.Single(t => t.Key == key);
        Assert.Contains(about, term.About);
        Assert.Contains(place, term.Source.Place!.Default, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Programme_that_explains_nothing_is_a_programme()
    {
        var reading = ProgrammeYaml.Read("lights.yaml", Lights.Yaml, ["harbours"]);
        Assert.Empty(reading.Mistakes);
        Assert.Same(Glossary.Empty, reading.Programme!.Glossary);
    }
}
