using System.Collections.Immutable;
using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>A publication that waits on somebody.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Task">What for.</param>
public sealed record WaitingLetter(Publication Publication, LetterTask Task)
{
    /// <summary>Whether anything of this kind can wait on a mandate at all: asked before anything is read.</summary>
    public static bool Concerns(Mandate mandate) => mandate.Kind is ActorKind.Approver or ActorKind.Monitor;

    /// <summary>What waits on somebody, the longest first. Approvers judge what they had no hand in; monitors bring on what they wrote.</summary>
    /// <param name="all">The publications of a programme.</param>
    /// <param name="mandate">In whose name somebody looks.</param>
    /// <param name="name">Who looks.</param>
    public static ImmutableArray<WaitingLetter> Of(IEnumerable<Publication> all, Mandate mandate, string name) =>
    [
        .. all.Select(p => TaskOf(p, mandate, name) is { } task ? new WaitingLetter(p, task) : null).OfType<WaitingLetter>()
            .OrderBy(w => w.Publication.Since).ThenBy(w => w.Publication.Id),
    ];

    private static LetterTask? TaskOf(Publication publication, Mandate mandate, string name) => (mandate.Kind, publication) switch
    {
        (ActorKind.Approver, { State: PublicationState.Submitted }) when !publication.Authors.Contains(name, StringComparer.OrdinalIgnoreCase) => LetterTask.Approve,
        (ActorKind.Monitor, { State: PublicationState.Approved }) => LetterTask.Issue,
        (ActorKind.Monitor, { State: PublicationState.Draft, WasReturned: true }) => LetterTask.Mend,
        _ => null,
    };
}
