using Rollout.Core.Lists;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>Which letter is the last one, and which wait on whom.</summary>
public sealed class IssuedLettersTests
{
    private static readonly Mandate Approver = new(ActorKind.Approver, null, []);
    private static readonly Mandate Monitor = new(ActorKind.Monitor, null, []);

    [Fact]
    public void Issued_letter_newer_than_the_baseline_is_the_last_with_its_instants_number_and_date()
    {
        var issued = Letter.At(PublicationState.Issued);
        var content = issued.One.Frozen!.Content;
        var last = Last(issued, issued.Now.AddDays(1));
        Assert.Equal(new LastLetter(content.AsOf, content.KnownOn, "10/VPCP", Letter.Day(issued.Now)), last);
        Assert.Equal($"10/VPCP, {Letter.Day(issued.Now):dd/MM/yyyy}", last!.Called);
    }

    [Theory]
    [InlineData(PublicationState.Draft)]
    [InlineData(PublicationState.Submitted)]
    [InlineData(PublicationState.Approved)]
    [InlineData(PublicationState.Cancelled)]
    public void What_is_not_issued_leaves_the_baseline_the_last(PublicationState state) => Assert.Null(Last(Letter.At(state), Letter.Desk.Now.AddDays(1))!.KnownOn);

    [Fact]
    public void Letter_of_another_phase_or_of_no_earlier_state_is_not_counted_from()
    {
        var issued = Letter.At(PublicationState.Issued);
        Assert.Empty(IssuedLetters.Of(issued.All.Values, "production", issued.Now.AddDays(1)));
        Assert.Empty(IssuedLetters.Of(issued.All.Values, "test", issued.One.Frozen!.Content.AsOf));
        Assert.Single(IssuedLetters.Of(issued.All.Values, "test", issued.Now.AddDays(1)));
    }

    [Fact]
    public void Superseded_letter_gives_way_to_its_successor()
    {
        var both = Letter.At(PublicationState.Superseded);
        Assert.Equal([2L], IssuedLetters.Of(both.All.Values, "test", both.Now.AddDays(1)).Select(p => p.Id));
    }

    [Fact]
    public void Older_letter_does_not_hide_a_newer_baseline_and_of_one_instant_the_letter_counts()
    {
        var day = Times.At("2024-07-15 00:00");
        var baseline = new LastLetter(day, null, "a");
        Assert.Same(baseline, LastLetter.Newer(baseline, new(day.AddDays(-1), day, "b")));
        Assert.Equal("b", LastLetter.Newer(baseline, new(day, day, "b"))!.Number);
        Assert.Equal("b", LastLetter.Newer(null, new(day, day, "b"))!.Number);
        Assert.Null(LastLetter.Newer(null, null));
    }

    [Fact]
    public void Submitted_waits_on_an_approver_who_had_no_hand_in_it_and_approved_on_the_monitor()
    {
        var submitted = Letter.At(PublicationState.Submitted);
        Assert.Equal([LetterTask.Approve], Tasks(submitted, Approver, "approver"));
        Assert.Empty(Tasks(submitted, Approver, Letter.Drafter.Name));
        Assert.Empty(Tasks(submitted, Monitor, "vpcp.second"));
        Assert.Equal([LetterTask.Issue], Tasks(Letter.At(PublicationState.Approved), Monitor, Letter.Drafter.Name));
        Assert.Empty(Tasks(Letter.At(PublicationState.Approved), Approver, "approver"));
        Assert.Empty(Tasks(Letter.At(PublicationState.Issued), Monitor, Letter.Drafter.Name));
    }

    [Fact]
    public void Returned_draft_waits_on_the_monitor_until_it_is_submitted_again_and_a_withdrawn_one_on_nobody()
    {
        var returned = Letter.At(PublicationState.Submitted).When(1, new PublicationCommand.ReturnDraft(People.Approver, 2) { Note = "x" });
        Assert.Equal([LetterTask.Mend], Tasks(returned, Monitor, Letter.Drafter.Name));
        var edited = returned.When(1, new PublicationCommand.EditDraft(Letter.Drafter, 3, Letter.Plan with { Remarks = ["x"] }));
        Assert.Equal([LetterTask.Mend], Tasks(edited, Monitor, Letter.Drafter.Name));
        Assert.Empty(Tasks(edited.When(1, new PublicationCommand.SubmitDraft(Letter.Drafter, 4)), Monitor, Letter.Drafter.Name));
        Assert.Empty(Tasks(Letter.At(PublicationState.Submitted).When(1, new PublicationCommand.WithdrawDraft(Letter.Drafter, 2)), Monitor, Letter.Drafter.Name));
        Assert.Empty(Tasks(Letter.At(PublicationState.Draft), Monitor, Letter.Drafter.Name));
    }

    [Theory]
    [InlineData(ActorKind.Approver, true)]
    [InlineData(ActorKind.Monitor, true)]
    [InlineData(ActorKind.Reader, false)]
    [InlineData(ActorKind.Administrator, false)]
    public void Nothing_is_read_for_those_on_whom_no_letter_can_wait(ActorKind kind, bool concerns) => Assert.Equal(concerns, WaitingLetter.Concerns(new(kind, null, [])));

    private static LastLetter? Last(Letter desk, DateTimeOffset before) => IssuedLetters.Last(LienThong.Programme, LienThong.Programme.Phases[0], desk.All.Values, before);

    private static IEnumerable<LetterTask> Tasks(Letter desk, Mandate mandate, string name) => WaitingLetter.Of(desk.All.Values, mandate, name).Select(w => w.Task);
}
