using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Comments and evidence: said between a participant and the agencies, without moving anything.</summary>
public sealed class CommentRulesTests
{
    private static readonly FileReference File = new(new string('a', 64), "bien-ban.pdf");

    [Fact]
    public void Comment_of_the_participant_or_an_agency_is_kept_and_moves_nothing()
    {
        foreach (var actor in new[] { People.SocTrang, People.C06, People.Btp, People.Vpcp })
        {
            var before = Given.Row.Has("1.1", Reported, by: People.SocTrang);
            var after = before.When(Comment(actor, "Đã nhận")).Then(new StepEvent.Commented([]) { Status = Reported });
            Assert.Equal(before.Cell("1.1") with { Comments = 1, CommentSeq = after.Seq }, after.Cell("1.1"));
        }
    }

    [Fact]
    public void File_alone_is_enough_and_its_hash_is_in_the_event() =>
        Given.Row.When(Comment(People.SocTrang, null, File)).Then(new StepEvent.Commented([File.Hash]) { Status = NotStarted });

    [Fact]
    public void Comment_without_words_or_files_is_refused() => Given.Row.When(Comment(People.SocTrang, "  ")).ThenRefused("comment.empty");

    [Fact]
    public void Nobody_else_comments()
    {
        foreach (var actor in new[] { People.CanTho, People.Administrator, People.Approver, People.Reader, new Actor(ActorKind.Agency, "other", "other") })
            Given.Row.When(Comment(actor, "Ý kiến")).ThenForbidden("actor.noComment");
        Given.Row.When(Comment(new(ActorKind.Vendor, "vendor", null, People.SocTrangId), "Ý kiến")).ThenForbidden("actor.vendor");
    }

    [Fact]
    public void Report_may_still_be_dated_before_a_comment()
    {
        var given = Given.Row.When(Comment(People.C06, "Bao giờ xong?")).Then(new StepEvent.Commented([]));
        given.When(People.SocTrang, "1.1", Reported, at: Times.Yesterday).ThenAt(Times.Yesterday);
    }

    [Fact]
    public void Comment_on_a_step_nobody_has_spoken_of_does_not_make_it_known()
    {
        var given = Given.Row.When(Comment(People.C06, "Bao giờ xong?")).Then(new StepEvent.Commented([]));
        Assert.False(given.Progress.Knows("test", "1.1", Times.Now));
    }

    /// <summary>A checkpoint may hold the report that was written later and lies earlier; the comment then comes after it, and still counts.</summary>
    [Fact]
    public void Comment_counts_when_it_is_folded_after_an_entry_of_a_later_number()
    {
        var report = new StepEvent.StatusChanged(NotStarted, Reported, Basis.Report);
        var row = Given.Row.Progress
            .Evolve(report, "test", "1.1", People.SocTrang, Times.Yesterday, 6)
            .Evolve(new StepEvent.Commented([]), "test", "1.1", People.C06, Times.Now, 5)
            .Evolve(new StepEvent.Commented([]), "test", "1.1", People.C06, Times.Now, 5);
        Assert.Equal((1, 6L), (row["test", "1.1"].Comments, row["test", "1.1"].LatestSeq));
    }

    [Fact]
    public void Vendor_reports_nothing() =>
        Given.Row.When(new Actor(ActorKind.Vendor, "vendor", null, People.SocTrangId), "1.1", Reported).ThenForbidden("actor.vendor");

    private static StepCommand.Comment Comment(Actor actor, string? note, params FileReference[] files) =>
        new(actor, new(People.SocTrangId, "test", "1.1"), note, [.. files]);
}
