using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>What holds whatever anybody wants, in whatever order.</summary>
public sealed class PublicationProperties
{
    private static readonly Actor[] Cast = [Letter.Drafter, Letter.Colleague, new(ActorKind.Monitor, "vpcp.third", "vpcp"), People.Approver, People.Reader, People.C06];

    private static readonly HashSet<(PublicationState From, PublicationState To)> Arrows =
    [
        (PublicationState.Draft, PublicationState.Submitted), (PublicationState.Draft, PublicationState.Cancelled),
        (PublicationState.Submitted, PublicationState.Draft), (PublicationState.Submitted, PublicationState.Approved), (PublicationState.Submitted, PublicationState.Cancelled),
        (PublicationState.Approved, PublicationState.Issued), (PublicationState.Approved, PublicationState.Cancelled), (PublicationState.Issued, PublicationState.Superseded),
    ];

    // Those with a part in it most, and mostly the version that is the present one: otherwise few letters come to their end.
    private static readonly Gen<(int What, int Who, int Which, int Behind, int Minutes)> Move =
        from what in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(3)), (4, Gen.Constant(4)), (1, Gen.Constant(5)), (4, Gen.Constant(6)), (1, Gen.Choose(7, 9)))
        from who in Gen.Frequency((8, Gen.Choose(0, 3)), (1, Gen.Choose(4, 5)))
        from which in Gen.Choose(0, 3)
        from behind in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-1, 1)))
        from minutes in Gen.Choose(0, 900)
        select (what, who, which, behind, minutes);

    /// <summary>Four participants of whom everything is known: enough to be printed.</summary>
    private static readonly Core.Boards.Board Few = Covered();

    [Fact]
    public void Issued_never_changes_approver_is_no_author_and_states_move_along_the_arrows()
    {
        var (issued, superseded) = (0, 0);
        Prop.ForAll(Move.ArrayOf(60).ToArbitrary(), moves =>
        {
            var desk = Letter.Desk with { Board = Few };
            foreach (var move in moves)
            {
                var before = desk;
                desk = Play(desk.Later(TimeSpan.FromMinutes(move.Minutes)), move);
                foreach (var (id, was) in before.All) Check(was, desk.All[id]);
            }
            Assert.Null(EditionHash.FirstBroken(desk.All.Values));
            Assert.Equal(desk.All.Values.Count(p => p.Letter is not null), desk.All.Values.Where(p => p.Letter is not null).Select(p => (p.Letter!.Number, p.Letter.Date.Year)).Distinct().Count());
            issued += desk.All.Values.Count(p => p.State == PublicationState.Issued);
            superseded += desk.All.Values.Count(p => p.State == PublicationState.Superseded);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));

        // The stories come far enough to mean something.
        Assert.True(issued > 20, $"{issued} issued");
        Assert.True(superseded > 0, "none superseded");
    }

    private static Core.Boards.Board Covered()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Few);
        scribe.Covers("test", Times.Yesterday);
        return scribe.Board;
    }

    private static void Check(Publication was, Publication now)
    {
        if (was.State != now.State) Assert.Contains((was.State, now.State), Arrows);
        if (now.ApprovedBy is { } approver) Assert.DoesNotContain(approver.Name, now.Authors);
        if (was.Letter is null) return;
        Assert.Equal((was.Letter, was.Frozen, was.Plan), (now.Letter, now.Frozen, now.Plan));
        Assert.True(now.IsPublic);
    }

    private static Letter Play(Letter desk, (int What, int Who, int Which, int Behind, int Minutes) move)
    {
        var actor = Cast[move.Who];
        long? before = desk.All.Values.FirstOrDefault(p => p.State == PublicationState.Issued)?.Id;
        if (move.What == 0 || desk.All.IsEmpty)
            return desk.When(null, new PublicationCommand.DraftLetter(actor, Letter.Plan with { Supersedes = move.Which < 3 ? before : null }));
        var target = desk.All.Values.ElementAt(desk.All.Count - 1 - (move.Which % desk.All.Count));
        var seen = target.Version + move.Behind;
        return desk.When(target.Id, move.What switch
        {
            1 => new PublicationCommand.EditDraft(actor, seen, target.Plan with { Remarks = [$"{move.Minutes}"] }),
            2 => new PublicationCommand.SubmitDraft(actor, seen),
            3 => new PublicationCommand.WithdrawDraft(actor, seen),
            4 => new PublicationCommand.ApproveDraft(actor, seen),
            5 => new PublicationCommand.ReturnDraft(actor, seen) { Note = "x" },
            6 => new PublicationCommand.IssueLetter(actor, seen, $"{move.Minutes % 50}", Letter.Day(desk.Now).AddDays(move.Which / 3), []),
            7 => new PublicationCommand.CancelDraft(actor, seen) { Note = "x" },
            8 => new PublicationCommand.CommentOnDraft(actor) { Note = "x" },
            _ => new PublicationCommand.AttachSigned(actor, new(PublishedFile.Signed, $"{move.Minutes}", "a.pdf")),
        });
    }
}
