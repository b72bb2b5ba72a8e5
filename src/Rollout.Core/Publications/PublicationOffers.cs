using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>
/// What somebody may do with a publication now. Asks the decider itself, with fields filled in as a person would fill them, so that a button
/// that is shown is not refused; what is missing or whom it takes is said beside.
/// </summary>
public static class PublicationOffers
{
    /// <summary>What the state leaves open, each with why this person may not.</summary>
    public static ImmutableArray<(PublicationAction Action, Refusal? Refusal)> Of(Publication publication, Actor actor, PublicationFacts facts) =>
    [
        .. Enum.GetValues<PublicationAction>().Select(a => (Action: a, Decision: PublicationDecider.Decide(publication, Filled(a, publication, actor, facts), facts)))
            .Select(o => (o.Action, Refusal: (o.Decision as PublicationDecision.Refused)?.Refusal)).Where(o => Fits(publication.State, o.Action)),
    ];

    private static bool Fits(PublicationState state, PublicationAction action) => state switch
    {
        PublicationState.Draft => action is PublicationAction.Edit or PublicationAction.Submit or PublicationAction.Cancel or PublicationAction.Comment,
        PublicationState.Submitted => action is PublicationAction.Approve or PublicationAction.Return or PublicationAction.Withdraw or PublicationAction.Cancel or PublicationAction.Comment,
        PublicationState.Approved => action is PublicationAction.Issue or PublicationAction.Cancel or PublicationAction.Comment,
        PublicationState.Issued or PublicationState.Superseded => action is PublicationAction.Attach,
        _ => false,
    };

    private static PublicationCommand Filled(PublicationAction action, Publication p, Actor actor, PublicationFacts facts) => action switch
    {
        PublicationAction.Edit => new PublicationCommand.EditDraft(actor, p.Version, p.Plan with { Supersedes = null }),
        PublicationAction.Submit => new PublicationCommand.SubmitDraft(actor, p.Version),
        PublicationAction.Approve => new PublicationCommand.ApproveDraft(actor, p.Version),
        PublicationAction.Return => new PublicationCommand.ReturnDraft(actor, p.Version) { Note = "-" },
        PublicationAction.Withdraw => new PublicationCommand.WithdrawDraft(actor, p.Version),
        PublicationAction.Issue => new PublicationCommand.IssueLetter(actor, p.Version, $"-{p.Id}", HanoiTime.DayOf(facts.Now), []),
        PublicationAction.Cancel => new PublicationCommand.CancelDraft(actor, p.Version) { Note = "-" },
        PublicationAction.Comment => new PublicationCommand.CommentOnDraft(actor) { Note = "-" },
        _ => new PublicationCommand.AttachSigned(actor, new(PublishedFile.Signed, "", "")),
    };
}
