using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>
/// Every rule of the way of a letter: draft → submitted → approved → issued → superseded, or cancelled before it is issued. Asked in the
/// order who, which version, which state, what else.
/// </summary>
public static class PublicationDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="publication">The publication; null for one that is to begin.</param>
    /// <param name="command">What somebody wants.</param>
    /// <param name="facts">What it rests on.</param>
    public static PublicationDecision Decide(Publication? publication, PublicationCommand command, PublicationFacts facts)
    {
        if (WhoRefuses(publication, command, facts.Programme.Lead) is { } forbidden) return new PublicationDecision.Refused(forbidden);
        if (publication is not null && command.Version is { } seen && seen != publication.Version)
            return new PublicationDecision.Refused(new(RefusalKind.Stale, Message.Of("publication.stale")));
        if (publication is not null && StateRefuses(publication.State, command)) return Refuse("publication.state", Words.Of(publication.State));
        if (command is PublicationCommand.ReturnDraft or PublicationCommand.CancelDraft or PublicationCommand.CommentOnDraft && string.IsNullOrWhiteSpace(command.Note)) return Refuse("note.required");
        return command switch
        {
            PublicationCommand.DraftLetter draft => Planned(publication, draft.Plan, facts, p => new PublicationEvent.DraftBegun(p)),
            PublicationCommand.EditDraft edit => Planned(publication, edit.Plan, facts, p => new PublicationEvent.DraftEdited(p)),
            PublicationCommand.SubmitDraft => Submit(publication!, facts),
            PublicationCommand.WithdrawDraft => Accept(new PublicationEvent.DraftWithdrawn()),
            PublicationCommand.ApproveDraft => Accept(new PublicationEvent.DraftApproved()),
            PublicationCommand.ReturnDraft => Accept(new PublicationEvent.DraftReturned()),
            PublicationCommand.IssueLetter issue => Issue(publication!, issue, facts),
            PublicationCommand.CancelDraft => Accept(new PublicationEvent.DraftCancelled()),
            PublicationCommand.CommentOnDraft => Accept(new PublicationEvent.DraftCommented()),
            PublicationCommand.AttachSigned attach => publication!.SignedFile?.Hash == attach.File.Hash ? Accept() : Accept(new PublicationEvent.SignedAttached(attach.File)),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    /// <summary>Whether somebody sees a publication at all: what was issued is open to every reader, what is on its way to those who work on it.</summary>
    public static bool MaySee(Publication publication, Mandate? mandate) =>
        publication.IsPublic || mandate?.Kind is ActorKind.Monitor or ActorKind.Approver or ActorKind.Administrator;

    private static Refusal? WhoRefuses(Publication? publication, PublicationCommand command, string lead)
    {
        var monitor = command.Actor.Kind == ActorKind.Monitor && command.Actor.Agency == lead;
        if (command is PublicationCommand.ApproveDraft or PublicationCommand.ReturnDraft or PublicationCommand.CommentOnDraft)
        {
            if (!monitor && command.Actor.Kind != ActorKind.Approver) return Refusal.Forbidden("publication.reviewer");
            // Four eyes: whoever had a hand in it judges it not.
            if (command is not PublicationCommand.CommentOnDraft && publication!.Authors.Contains(command.Actor.Name, StringComparer.OrdinalIgnoreCase)) return Refusal.Forbidden("publication.author");
            return null;
        }
        return monitor ? null : Refusal.Forbidden("publication.monitor");
    }

    private static bool StateRefuses(PublicationState state, PublicationCommand command) => command switch
    {
        PublicationCommand.EditDraft or PublicationCommand.SubmitDraft => state is not PublicationState.Draft,
        PublicationCommand.WithdrawDraft or PublicationCommand.ApproveDraft or PublicationCommand.ReturnDraft => state is not PublicationState.Submitted,
        PublicationCommand.IssueLetter => state is not PublicationState.Approved,
        PublicationCommand.CancelDraft or PublicationCommand.CommentOnDraft => state is not (PublicationState.Draft or PublicationState.Submitted or PublicationState.Approved),
        PublicationCommand.AttachSigned => state is not (PublicationState.Issued or PublicationState.Superseded),
        _ => false,
    };

    private static PublicationDecision Planned(Publication? publication, PublicationPlan plan, PublicationFacts facts, Func<PublicationPlan, PublicationEvent> happened) =>
        PlanRules.Check(publication?.Id, plan, facts) is { } refusal ? new PublicationDecision.Refused(refusal) : Accept(happened(PlanRules.Clean(plan)));

    private static PublicationDecision Submit(Publication publication, PublicationFacts facts)
    {
        if (PlanRules.Check(publication.Id, publication.Plan, facts) is { } refusal) return new PublicationDecision.Refused(refusal);
        var lists = facts.Lists ?? throw new InvalidOperationException("What is submitted is read from the lists.");
        var undecided = PublicationContent.Undecided(lists, publication.Plan);
        if (undecided.IsEmpty) return Accept(new PublicationEvent.DraftSubmitted(PublicationContent.Of(lists, facts.Now, publication.Plan), facts.Head.Seq, facts.Head.Hash));
        var names = undecided.GroupBy(m => m.SystemKey, StringComparer.Ordinal)
            .Select(g => $"{Called(facts.Programme, g.Key)}: {string.Join(", ", g.Select(m => m.Name))}");
        return Refuse("publication.undecided", $"{undecided.Length}", string.Join("; ", names));
    }

    /// <summary>What a rule speaks of: a system, or a step.</summary>
    private static string Called(Programme programme, string key) =>
        (programme.FindSystem(key)?.Short ?? programme.FindStep(key)?.Title)?.In(PublicationContent.Language) ?? key;

    private static PublicationDecision Issue(Publication publication, PublicationCommand.IssueLetter issue, PublicationFacts facts)
    {
        if (LetterRules.Check(publication, issue, facts) is { } refusal) return new PublicationDecision.Refused(refusal);
        var (number, previous) = (LetterRules.Clean(issue.Number), EditionHash.Last(facts.All));
        var issued = new PublicationEvent.LetterIssued(number, issue.Date, previous, EditionHash.Of(publication.Frozen!, number, issue.Date, previous), issue.Files);
        return publication.Plan.Supersedes is { } before
            ? new PublicationDecision.Accepted([(null, issued), (before, new PublicationEvent.LetterSuperseded(publication.Id))])
            : Accept(issued);
    }

    private static PublicationDecision.Accepted Accept(params ReadOnlySpan<PublicationEvent> events)
    {
        var all = ImmutableArray.CreateBuilder<(long? Id, PublicationEvent Event)>(events.Length);
        foreach (var happened in events) all.Add((null, happened));
        return new(all.ToImmutable());
    }

    private static PublicationDecision.Refused Refuse(string code, params ReadOnlySpan<string> arguments) => new(Refusal.Rule(code, arguments));
}
