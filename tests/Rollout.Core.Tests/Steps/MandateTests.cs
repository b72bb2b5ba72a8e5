using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Steps;

/// <summary>In whose name somebody acts.</summary>
public sealed class MandateTests
{
    [Theory]
    [InlineData("monitor"), InlineData("admin"), InlineData("reader"), InlineData("approver"), InlineData("agency:c06")]
    [InlineData("participant:provinces-63/92"), InlineData("participant:provinces-63/92,provinces-63/94"), InlineData("vendor:provinces-63/92")]
    public void Mandate_is_read_back_from_its_word(string word)
    {
        Assert.True(Mandate.TryParse(word, out var mandate));
        Assert.Equal(word, $"{mandate}");
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("king"), InlineData("agency"), InlineData("agency:"), InlineData("participant:92"), InlineData("participant:a/b,"), InlineData("vendor:")]
    public void Word_that_is_none_is_refused(string? word) => Assert.False(Mandate.TryParse(word, out _));

    [Fact]
    public void Monitor_acts_for_the_lead_of_the_programme() =>
        Assert.Equal(new Actor(ActorKind.Monitor, "an", "vpcp"), Of("monitor").ActorFor(LienThong.Programme, People.SocTrangId, "an", " "));

    [Fact]
    public void Contact_of_several_acts_for_the_one_concerned_and_for_no_other()
    {
        var contact = Of("participant:provinces-63/92,provinces-63/94");
        Assert.Equal(People.SocTrangId, contact.ActorFor(LienThong.Programme, People.SocTrangId, "an", "Sở Tư pháp").Participant);
        Assert.NotEqual(new ParticipantId("provinces-63", "01"), contact.ActorFor(LienThong.Programme, new("provinces-63", "01"), "an").Participant);
    }

    [Fact]
    public void Same_code_in_another_set_is_another_participant() =>
        Assert.False(Of("participant:provinces-34/94").IsOf(People.SocTrangId));

    [Fact]
    public void Reading_scope_limits_those_who_act_for_participants()
    {
        var own = LienThong.Programme with { Reading = Core.Programmes.ReadingScope.Own };
        var contact = Of("participant:provinces-63/94");
        Assert.True(contact.MayRead(own, People.SocTrangId));
        Assert.False(contact.MayRead(own, new("provinces-63", "92")));
        Assert.False(contact.MayRead(own, null));
        Assert.True(contact.MayRead(LienThong.Programme, null));
        Assert.True(Of("agency:c06").MayRead(own, null));
    }

    private static Mandate Of(string word) => Mandate.TryParse(word, out var mandate) ? mandate : throw new InvalidOperationException(word);
}
