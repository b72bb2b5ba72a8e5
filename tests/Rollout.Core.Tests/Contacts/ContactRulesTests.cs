using System.Collections.Immutable;
using Rollout.Core.Contacts;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Contacts;

/// <summary>What a list of contacts must look like, and who may read and write it.</summary>
public sealed class ContactRulesTests
{
    private static readonly ContactLine Right = new(null, "Người dùng thử", "Sở Tư pháp", "+84 000 000", "thu@example.vn");
    private static readonly ContactOwner Own = ContactOwner.Of(People.SocTrangId);
    private static readonly ContactOwner Other = ContactOwner.Of(People.CanTho.Participant!.Value);

    [Fact]
    public void Right_lines_and_no_lines_have_no_mistakes()
    {
        Assert.Empty(Check());
        Assert.Empty(Check(Right, Right with { Step = "1.1", Office = "", Phone = "" }, Right with { Email = "" }));
    }

    [Theory]
    [InlineData("", "o", "1", "a@b", null, "name", "contact.name")]
    [InlineData("A", "o", "", "", null, "phone", "contact.noWay")]
    [InlineData("A", "o", "090-000", "", null, "phone", "contact.phone")]
    [InlineData("A", "o", "+ +", "", null, "phone", "contact.phone")]
    [InlineData("A", "o", "000000000000000000000", "", null, "phone", "contact.phone")]
    [InlineData("A", "o", "٣٤٥", "", null, "phone", "contact.phone")]
    [InlineData("A", "o", "", "a.b", null, "email", "contact.email")]
    [InlineData("A", "o", "", "a@b@c", null, "email", "contact.email")]
    [InlineData("A", "o", "", "@b", null, "email", "contact.email")]
    [InlineData("A", "o", "", "a b@c", null, "email", "contact.email")]
    [InlineData("A", "o\nb", "1", "", null, "office", "contact.oneLine")]
    [InlineData("A", "o", "1", "", "9.9", "step", "contact.step")]
    public void Mistake_is_named_with_its_place_and_field(string name, string office, string phone, string email, string? step, string field, string code)
    {
        var mistake = Assert.Single(Check(Right, new(step, name, office, phone, email)));
        Assert.Equal((1, field, code), (mistake.Index, mistake.Field, mistake.Message.Code));
    }

    [Fact]
    public void Every_mistake_is_named()
    {
        var mistakes = Check(new ContactLine("x", "", new string('o', 121), "a", "b"));
        Assert.Equal(["step", "name", "office", "phone", "email"], mistakes.Select(m => m.Field));
    }

    [Fact]
    public void List_may_have_thirty_lines_and_not_one_more()
    {
        Assert.Empty(Check([.. Enumerable.Repeat(Right, 30)]));
        Assert.Equal((-1, "contacts"), Check([.. Enumerable.Repeat(Right, 31)]) is [var one] ? (one.Index, one.Field) : default);
    }

    [Fact]
    public void Spaces_around_are_taken_away_and_an_empty_step_is_none() =>
        Assert.Equal([new(null, "A", "o", "1", "a@b")], ContactRules.Trimmed([new("  ", " A ", "o ", " 1", "\ta@b\r\n")]));

    [Theory]
    [InlineData("participant:provinces-63/94", true, false, false, false)]
    [InlineData("participant:provinces-63/94,provinces-63/92", true, true, false, false)]
    [InlineData("vendor:provinces-63/94", false, false, false, false)]
    [InlineData("agency:c06", false, false, true, false)]
    [InlineData("agency:vpcp", false, false, false, true)]
    [InlineData("monitor", false, false, false, true)]
    [InlineData("admin", false, false, false, false)]
    [InlineData("approver", false, false, false, false)]
    [InlineData("reader", false, false, false, false)]
    [InlineData(null, false, false, false, false)]
    public void Only_those_whose_it_is_may_write(string? word, bool own, bool other, bool agency, bool lead)
    {
        var mandate = Mandate.TryParse(word, out var parsed) ? parsed : null;
        Assert.Equal(
            (own, other, agency, lead),
            (Writes(Own), Writes(Other), Writes(ContactOwner.Of("c06")), Writes(ContactOwner.Of("vpcp"))));

        bool Writes(ContactOwner owner) => ContactRules.MayWrite(LienThong.Programme, mandate, owner);
    }

    [Theory]
    [InlineData("participant:provinces-63/94", true, false, true)]
    [InlineData("vendor:provinces-63/94", true, false, true)]
    [InlineData("agency:c06", true, true, true)]
    [InlineData("admin", true, true, true)]
    [InlineData(null, false, false, false)]
    public void Where_one_reads_only_ones_own_the_agencies_stay_readable(string? word, bool own, bool other, bool agency)
    {
        var mandate = Mandate.TryParse(word, out var parsed) ? parsed : null;
        var programme = LienThong.Programme with { Reading = ReadingScope.Own };
        Assert.Equal((own, other, agency), (Reads(Own), Reads(Other), Reads(ContactOwner.Of("c06"))));

        bool Reads(ContactOwner owner) => ContactRules.MayRead(programme, mandate, owner);
    }

    [Fact]
    public void Owner_is_kept_under_a_word_of_its_own() => Assert.Equal(("provinces-63/94", "c06"), (Own.ToString(), ContactOwner.Of("c06").ToString()));

    private static ImmutableArray<ContactMistake> Check(params ImmutableArray<ContactLine> lines) => ContactRules.Check(LienThong.Programme, lines);
}
