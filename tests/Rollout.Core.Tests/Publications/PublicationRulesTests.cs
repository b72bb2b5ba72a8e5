using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>The way of a letter: who may do what, in which state, and what else a rule wants.</summary>
public sealed class PublicationRulesTests
{
    private const string NotMonitor = "publication.monitor";
    private const string State = "publication.state";

    public static TheoryData<string, PublicationState, string?> Table()
    {
        var rows = new TheoryData<string, PublicationState, string?>();
        foreach (var state in Enum.GetValues<PublicationState>())
        {
            var (draft, submitted, approved) = (state == PublicationState.Draft, state == PublicationState.Submitted, state == PublicationState.Approved);
            var issued = state is PublicationState.Issued or PublicationState.Superseded;
            rows.Add("edit", state, draft ? null : State);
            rows.Add("submit", state, draft ? null : State);
            rows.Add("withdraw", state, submitted ? null : State);
            rows.Add("approve", state, submitted ? null : State);
            rows.Add("return", state, submitted ? null : State);
            rows.Add("issue", state, approved ? null : State);
            rows.Add("cancel", state, draft || submitted || approved ? null : State);
            rows.Add("comment", state, draft || submitted || approved ? null : State);
            rows.Add("attach", state, issued ? null : State);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Command_in_a_state_is_done_or_names_the_state(string command, PublicationState state, string? refusal)
    {
        var given = Letter.At(state);
        Assert.Equal(state, given.One.State);

        var then = given.When(1, Command(command, command is "approve" or "return" or "comment" ? People.Approver : Letter.Drafter, given.One.Version));

        Assert.Equal(refusal, then.Refusal?.Message.Code);
        if (refusal is not null) Assert.Equal((RefusalKind.Rule, Core.Wording.Words.Of(state)), (then.Refusal!.Kind, then.Refusal.Message.Arguments[0]));
    }

    [Theory]
    [InlineData("edit", NotMonitor)]
    [InlineData("submit", NotMonitor)]
    [InlineData("withdraw", NotMonitor)]
    [InlineData("issue", NotMonitor)]
    [InlineData("cancel", NotMonitor)]
    [InlineData("attach", NotMonitor)]
    [InlineData("approve", "publication.reviewer")]
    [InlineData("return", "publication.reviewer")]
    [InlineData("comment", "publication.reviewer")]
    public void Whoever_has_no_part_is_refused_first_of_all(string command, string code)
    {
        Actor[] strangers = [People.C06, People.SocTrang, People.Reader, People.Administrator, People.MonitorOfAnother];
        foreach (var actor in command is "approve" or "return" or "comment" ? strangers : [.. strangers, People.Approver])
        {
            // Neither version nor state is looked at before.
            var refusal = Letter.At(PublicationState.Cancelled).When(1, Command(command, actor, 99)).Refusal;
            Assert.Equal((RefusalKind.Forbidden, code), (refusal?.Kind, refusal?.Message.Code));
        }
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("return")]
    public void Whoever_had_a_hand_in_it_does_not_judge_it_and_another_monitor_may(string command)
    {
        var drafted = Letter.At(PublicationState.Draft);
        var submitted = drafted.When(1, new PublicationCommand.SubmitDraft(Letter.Colleague, drafted.One.Version));
        foreach (var author in (Actor[])[Letter.Drafter, Letter.Colleague, Letter.Drafter with { Name = "VPCP" }])
            Assert.Equal("publication.author", submitted.When(1, Command(command, author, submitted.One.Version)).Refusal?.Message.Code);

        Assert.Null(submitted.When(1, Command(command, new(ActorKind.Monitor, "vpcp.third", "vpcp"), submitted.One.Version)).Refusal);
    }

    [Fact]
    public void Version_that_is_not_the_present_one_is_stale_and_comments_raise_none()
    {
        var given = Letter.At(PublicationState.Submitted);
        var commented = given.When(1, new PublicationCommand.CommentOnDraft(People.Approver) { Note = "?" });

        Assert.Equal(given.One.Version, commented.One.Version);
        Assert.Equal(RefusalKind.Stale, commented.When(1, new PublicationCommand.ApproveDraft(People.Approver, given.One.Version - 1)).Refusal?.Kind);
        Assert.Equal(PublicationState.Approved, commented.When(1, new PublicationCommand.ApproveDraft(People.Approver, given.One.Version)).One.State);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("cancel")]
    [InlineData("comment")]
    public void Reason_is_wanted(string command)
    {
        var given = Letter.At(PublicationState.Submitted);
        Assert.Equal("note.required", given.When(1, Command(command, command == "cancel" ? Letter.Drafter : People.Approver, given.One.Version) with { Note = " " }).Refusal?.Message.Code);
    }

    [Fact]
    public void Returned_is_a_draft_again_that_follows_the_board()
    {
        var given = Letter.At(PublicationState.Submitted);
        var then = given.When(1, Command("return", People.Approver, given.One.Version));
        Assert.Equal((PublicationState.Draft, null), (then.One.State, then.One.Frozen));
    }

    [Theory]
    [InlineData("", 0, "publication.number")]
    [InlineData("  ", 0, "publication.number")]
    [InlineData("1\n2", 0, "publication.numberLong")]
    [InlineData("10/VPCP", 1, "publication.dateFuture")]
    [InlineData("10/VPCP", -1, "publication.dateEarly")]
    [InlineData(" 10/VPCP ", 0, null)]
    public void Number_and_date_are_those_of_a_letter(string number, int days, string? code)
    {
        var given = Letter.At(PublicationState.Approved);
        var then = given.When(1, new PublicationCommand.IssueLetter(Letter.Drafter, given.One.Version, number, Letter.Day(given.Now).AddDays(days), []));
        Assert.Equal(code, then.Refusal?.Message.Code);
        if (code is null) Assert.Equal("10/VPCP", then.One.Letter!.Number);
    }

    [Fact]
    public void Number_is_used_once_a_year_whatever_its_case()
    {
        var given = Approved(Letter.At(PublicationState.Issued));
        var day = Letter.Day(given.Now);
        Assert.Equal("publication.numberUsed", given.When(2, new PublicationCommand.IssueLetter(Letter.Drafter, given.All[2].Version, "10/vpcp", day, [])).Refusal?.Message.Code);

        var nextYear = given.Later(TimeSpan.FromDays(200));
        Assert.Null(nextYear.When(2, new PublicationCommand.IssueLetter(Letter.Drafter, given.All[2].Version, "10/VPCP", Letter.Day(nextYear.Now), [])).Refusal);
    }

    [Fact]
    public void Successor_supersedes_what_it_names_at_the_moment_it_is_issued_and_only_once()
    {
        var given = Letter.At(PublicationState.Superseded);
        Assert.Equal((2L, PublicationState.Issued), (given.One.SupersededBy, given.All[2].State));
        Assert.Equal(given.One.Letter!.Hash, given.All[2].Letter!.PreviousHash);
        Assert.Null(EditionHash.FirstBroken(given.All.Values));

        Assert.Equal("publication.supersedes", given.When(null, new PublicationCommand.DraftLetter(Letter.Drafter, Letter.Plan with { Supersedes = 1 })).Refusal?.Message.Code);
    }

    [Fact]
    public void Successor_of_what_another_has_superseded_meanwhile_is_not_issued()
    {
        var two = Letter.At(PublicationState.Issued);
        foreach (var id in (long[])[2, 3])
        {
            two = two.When(null, new PublicationCommand.DraftLetter(Letter.Drafter, Letter.Plan with { Supersedes = 1 }));
            two = two.When(id, new PublicationCommand.SubmitDraft(Letter.Drafter, 1)).When(id, new PublicationCommand.ApproveDraft(People.Approver, 2));
        }
        two = two.When(2, new PublicationCommand.IssueLetter(Letter.Drafter, 3, "12", Letter.Day(two.Now), []));
        Assert.Equal("publication.supersedes", two.When(3, new PublicationCommand.IssueLetter(Letter.Drafter, 3, "13", Letter.Day(two.Now), [])).Refusal?.Message.Code);
    }

    [Theory]
    [InlineData("nowhere", 0, "x", "dvclt", "publication.phase")]
    [InlineData("test", 1, "x", "dvclt", "publication.future")]
    [InlineData("test", 0, "", "dvclt", "publication.placing")]
    [InlineData("test", 0, "a\nb", "dvclt", "publication.placing")]
    [InlineData("test", 0, "x", "nothing", "publication.system")]
    [InlineData("test", 0, "x", "dvclt", null)]
    public void Plan_says_what_can_be_printed(string phase, int days, string text, string system, string? code)
    {
        var plan = new PublicationPlan(phase, Times.Now.AddDays(days), [new(system, "94", PlacingKind.Row, text)], [], null);
        Assert.Equal(code, Letter.Desk.When(null, new PublicationCommand.DraftLetter(Letter.Drafter, plan)).Refusal?.Message.Code);
    }

    [Fact]
    public void Offers_are_what_the_rules_give_and_refusals_name_the_reason()
    {
        var given = Letter.At(PublicationState.Submitted);
        var own = PublicationOffers.Of(given.One, Letter.Drafter, given.Facts(given.One)).ToDictionary(o => o.Action, o => o.Refusal?.Message.Code);
        Assert.Equal("publication.author", own[PublicationAction.Approve]);
        Assert.Null(own[PublicationAction.Withdraw]);
        var other = PublicationOffers.Of(given.One, People.Approver, given.Facts(given.One)).ToDictionary(o => o.Action, o => o.Refusal?.Message.Code);
        Assert.Null(other[PublicationAction.Approve]);
        Assert.Equal(NotMonitor, other[PublicationAction.Withdraw]);
    }

    private static Letter Approved(Letter given) => given.When(null, new PublicationCommand.DraftLetter(Letter.Drafter, Letter.Plan))
        .When(2, new PublicationCommand.SubmitDraft(Letter.Drafter, 1)).When(2, new PublicationCommand.ApproveDraft(People.Approver, 2));

    private static PublicationCommand Command(string word, Actor actor, long version) => word switch
    {
        "edit" => new PublicationCommand.EditDraft(actor, version, Letter.Plan with { Remarks = ["x"] }),
        "submit" => new PublicationCommand.SubmitDraft(actor, version),
        "withdraw" => new PublicationCommand.WithdrawDraft(actor, version),
        "approve" => new PublicationCommand.ApproveDraft(actor, version),
        "return" => new PublicationCommand.ReturnDraft(actor, version) { Note = "x" },
        "issue" => new PublicationCommand.IssueLetter(actor, version, "99/VPCP", Letter.Day(Times.Now), []),
        "cancel" => new PublicationCommand.CancelDraft(actor, version) { Note = "x" },
        "comment" => new PublicationCommand.CommentOnDraft(actor) { Note = "x" },
        _ => new PublicationCommand.AttachSigned(actor, new(PublishedFile.Signed, new string('a', 64), "a.pdf")),
    };
}
