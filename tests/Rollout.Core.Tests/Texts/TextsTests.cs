using System.Collections.Frozen;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Tests.Texts;

/// <summary>Words, messages and texts in several languages.</summary>
public sealed class TextsTests
{
    [Fact]
    public void Text_is_given_in_the_language_asked_for_or_in_its_own()
    {
        var text = new LocalizedText("Phụ lục", new Dictionary<string, string> { ["en"] = "Appendix" }.ToFrozenDictionary());
        Assert.Equal(("Appendix", "Phụ lục", "Phụ lục", "Phụ lục"), (text.In("en"), text.In("vi"), text.In("fr"), text.ToString()));
        Assert.Equal("NDXP", LocalizedText.Of("NDXP").In("en"));
    }

    [Fact]
    public void Words_are_spelt_as_the_public_contract_says()
    {
        Assert.Equal(["notStarted", "inProgress", "reported", "done", "blocked"], Words.All<StepStatus>());
        Assert.Equal(["baseline", "report", "confirmation", "probe", "correction"], Words.All<Basis>());
        Assert.Equal(["passing", "failing", "stale", "notObservable"], Words.All<VerificationState>());
        Assert.Equal(["notStarted", "inProgress", "completed"], Words.All<ConnectionStatus>());
        Assert.Equal(["notYet", "open", "interrupted"], Words.All<ServiceState>());
    }

    [Fact]
    public void Words_are_read_exactly()
    {
        Assert.Equal(StepStatus.InProgress, Words.Read<StepStatus>("inProgress"));
        Assert.Null(Words.Find<StepStatus>("InProgress"));
        Assert.Null(Words.Find<StepStatus>(null));
        Assert.Throws<FormatException>(() => Words.Read<StepStatus>("1"));
    }

    [Fact]
    public void Messages_are_equal_by_what_they_say()
    {
        Assert.Equal(Message.Of("gate.missing", "test", "1.1"), Message.Of("gate.missing", "test", "1.1"));
        Assert.NotEqual(Message.Of("gate.missing", "test"), Message.Of("gate.missing", "test", "1.1"));
        Assert.Equal("gate.missing: test; 1.1", Message.Of("gate.missing", "test", "1.1").ToString());
        Assert.Equal("note.required", Message.Of("note.required").ToString());
    }

    [Fact]
    public void Mistake_reads_as_file_line_column_and_message() =>
        Assert.Equal("a.yaml:3:7: yaml.missing: key", new Mistake("a.yaml", 3, 7, Message.Of("yaml.missing", "key")).ToString());

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("PARTICIPANT", "participants")]
    [InlineData("co6", "c06")]
    [InlineData("weather", null)]
    public void Nearest_is_the_word_probably_meant_or_none(string word, string? meant) =>
        Assert.Equal(meant, Nearest.To(word, ["title", "participants", "c06"]));

    [Fact]
    public void Nearest_of_two_equally_near_is_always_the_same() => Assert.Equal("aac", Nearest.To("aab", ["aad", "aac"]));

    [Fact]
    public void Nearest_of_nothing_is_nothing() => Assert.Null(Nearest.To("word", []));
}
