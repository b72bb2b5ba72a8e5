using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>Publications in memory: decide, apply, remember everything; the board of July 2024 unless a test brings another.</summary>
internal sealed record Letter(ImmutableSortedDictionary<long, Publication> All, DateTimeOffset Now, Board Board)
{
    public static readonly Actor Drafter = People.Vpcp;
    public static readonly Actor Colleague = new(ActorKind.Monitor, "vpcp.second", "vpcp");
    public static readonly PublicationPlan Plan = new("test", null, [], [], null);

    public static Letter Desk { get; } = new(ImmutableSortedDictionary<long, Publication>.Empty, Times.Now, LienThong.WithBaselines().Board);

    public Refusal? Refusal { get; init; }

    public ImmutableArray<PublicationEvent> Events { get; init; } = [];

    public Publication One => All[1];

    /// <summary>One that has come to a state.</summary>
    public static Letter At(PublicationState state)
    {
        var way = Desk.Does(null, _ => new PublicationCommand.DraftLetter(Drafter, Plan));
        if (state == PublicationState.Cancelled) return way.Does(1, p => new PublicationCommand.CancelDraft(Drafter, p.Version) { Note = "-" });
        if (state >= PublicationState.Submitted) way = way.Does(1, p => new PublicationCommand.SubmitDraft(Drafter, p.Version));
        if (state >= PublicationState.Approved) way = way.Does(1, p => new PublicationCommand.ApproveDraft(People.Approver, p.Version));
        if (state >= PublicationState.Issued) way = way.Does(1, p => new PublicationCommand.IssueLetter(Drafter, p.Version, "10/VPCP", Day(way.Now), []));
        if (state < PublicationState.Superseded) return way;
        return way.Does(null, _ => new PublicationCommand.DraftLetter(Drafter, Plan with { Supersedes = 1 }))
            .Does(2, p => new PublicationCommand.SubmitDraft(Drafter, p.Version)).Does(2, p => new PublicationCommand.ApproveDraft(People.Approver, p.Version))
            .Does(2, p => new PublicationCommand.IssueLetter(Drafter, p.Version, "11/VPCP", Day(way.Now), []));
    }

    public static DateOnly Day(DateTimeOffset instant) => Core.Calendar.HanoiTime.DayOf(instant);

    /// <summary>Somebody wants something; a refusal changes nothing.</summary>
    public Letter When(long? id, PublicationCommand command)
    {
        var publication = id is { } known ? All[known] : null;
        var decision = PublicationDecider.Decide(publication, command, Facts(publication));
        if (decision is PublicationDecision.Refused refused) return this with { Refusal = refused.Refusal, Events = [] };
        var events = ((PublicationDecision.Accepted)decision).Events;
        var (all, target) = (All, id ?? All.Count + 1);
        foreach (var (other, happened) in events)
        {
            // What is kept is what comes back.
            var read = PublicationEventJson.Read(PublicationEventJson.KindOf(happened), PublicationEventJson.Write(happened));
            all = all.SetItem(other ?? target, read is PublicationEvent.DraftBegun drafted
                ? Publication.Begin(target, "lien-thong", drafted, command.Actor, Now) : all[other ?? target].Evolve(read, command.Actor, Now));
        }
        return this with { All = all, Refusal = null, Events = [.. events.Select(e => e.Event)] };
    }

    public Letter Later(TimeSpan by) => this with { Now = Now + by };

    public PublicationFacts Facts(Publication? publication) => new(LienThong.Programme, [.. All.Values], Now)
    {
        Lists = StatusLists.Of(Board, publication?.Plan.Phase ?? "test", publication?.Plan.AsOf ?? Now),
        Head = (7, new string('7', 64)),
    };

    private Letter Does(long? id, Func<Publication, PublicationCommand> command)
    {
        var done = When(id, command(id is { } known ? All[known] : null!));
        Assert.Null(done.Refusal);
        return done;
    }
}
