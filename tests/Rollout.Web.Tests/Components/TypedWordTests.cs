using Rollout.Web.Components.Matrix;

namespace Rollout.Web.Tests.Components;

public sealed class TypedWordTests
{
    [Fact]
    public void Word_that_the_address_brings_holds()
    {
        var word = new TypedWord();
        word.Read("da nang");
        Assert.Equal("da nang", word.Value);
        word.Read(null);
        Assert.Equal("", word.Value);
    }

    [Fact]
    public void Word_typed_since_is_not_overtaken_by_what_was_sent_before()
    {
        var word = new TypedWord();
        word.Say("da");
        Assert.Equal("da", word.Send());
        word.Say("da n");
        // The address still says nothing while the page is drawn again, and then what was sent.
        word.Read(null);
        Assert.Equal("da n", word.Value);
        word.Read("da");
        Assert.Equal("da n", word.Value);
    }

    [Fact]
    public void Word_of_a_link_holds_even_when_it_was_typed_once()
    {
        var word = new TypedWord();
        word.Say("da");
        word.Send();
        word.Read("da");
        word.Read(null);
        Assert.Equal("", word.Value);
        word.Read("da");
        Assert.Equal("da", word.Value);
    }

    [Fact]
    public void Word_of_blanks_is_none_for_the_address() => Assert.Null(Said("  ").Send());

    [Fact]
    public void Word_is_sent_without_the_blank_at_which_somebody_rests()
    {
        var word = Said("da ");
        Assert.Equal("da", word.Send());
        word.Read("da");
        Assert.Equal("da ", word.Value);
    }

    private static TypedWord Said(string text)
    {
        var word = new TypedWord();
        word.Say(text);
        return word;
    }
}
