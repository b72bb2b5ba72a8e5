using System.Collections.Immutable;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>A publication: the fold of its events.</summary>
/// <param name="Id">Its number within the installation.</param>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Plan">What its drafter decided.</param>
/// <param name="DraftedBy">Who began it.</param>
/// <param name="DraftedAt">When.</param>
public sealed record Publication(long Id, string Programme, PublicationPlan Plan, Actor DraftedBy, DateTimeOffset DraftedAt)
{
    /// <summary>Where it stands.</summary>
    public PublicationState State { get; private init; }

    /// <summary>How many events have changed it; comments and attached files do not.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset Since { get; private init; } = DraftedAt;

    /// <summary>Everybody who drafted, changed or submitted it: none of them may approve it.</summary>
    public ImmutableArray<string> Authors { get; private init; } = [DraftedBy.Name];

    /// <summary>Whether it was given back, and not submitted since.</summary>
    public bool WasReturned { get; private init; }

    /// <summary>Its frozen content; null while it is a draft.</summary>
    public PublicationEvent.DraftSubmitted? Frozen { get; private init; }

    /// <summary>Who approved it; null before.</summary>
    public Actor? ApprovedBy { get; private init; }

    /// <summary>When it was approved; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; private init; }

    /// <summary>Number, date, hashes and documents; null before it is issued.</summary>
    public PublicationEvent.LetterIssued? Letter { get; private init; }

    /// <summary>When number and date were entered; null before.</summary>
    public DateTimeOffset? IssuedAt { get; private init; }

    /// <summary>Which one stands in its place now.</summary>
    public long? SupersededBy { get; private init; }

    /// <summary>The signed letters, the one that counts last.</summary>
    public ValueList<PublishedFile> SignedFiles { get; private init; }

    /// <summary>Whether everybody may see it: it is, or was, in force.</summary>
    public bool IsPublic => State is PublicationState.Issued or PublicationState.Superseded;

    /// <summary>Whether nothing of it changes any more but what is attached.</summary>
    public bool IsOver => State is PublicationState.Issued or PublicationState.Superseded or PublicationState.Cancelled;

    /// <summary>The signed letter that counts; null when none is attached.</summary>
    public PublishedFile? SignedFile => SignedFiles.IsEmpty ? null : SignedFiles[^1];

    /// <summary>Its first event.</summary>
    public static Publication Begin(long id, string programme, PublicationEvent.DraftBegun drafted, Actor by, DateTimeOffset at) => new(id, programme, drafted.Plan, by, at);

    /// <summary>Applies an event. Never refuses: what has happened, has happened.</summary>
    public Publication Evolve(PublicationEvent happened, Actor by, DateTimeOffset at) => happened switch
    {
        PublicationEvent.DraftEdited e => Moved(PublicationState.Draft, at) with { Plan = e.Plan, Authors = With(by) },
        PublicationEvent.DraftSubmitted e => Moved(PublicationState.Submitted, at) with { Frozen = e, WasReturned = false, Authors = With(by) },
        PublicationEvent.DraftWithdrawn or PublicationEvent.DraftReturned => Moved(PublicationState.Draft, at) with { Frozen = null, WasReturned = happened is PublicationEvent.DraftReturned },
        PublicationEvent.DraftApproved => Moved(PublicationState.Approved, at) with { ApprovedBy = by, ApprovedAt = at },
        PublicationEvent.LetterIssued e => Moved(PublicationState.Issued, at) with { Letter = e, IssuedAt = at },
        PublicationEvent.LetterSuperseded e => Moved(PublicationState.Superseded, at) with { SupersededBy = e.By },
        PublicationEvent.DraftCancelled => Moved(PublicationState.Cancelled, at),
        PublicationEvent.SignedAttached e => this with { SignedFiles = [.. SignedFiles, e.File] },
        PublicationEvent.DraftCommented => this,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    private Publication Moved(PublicationState to, DateTimeOffset at) => this with { Version = Version + 1, State = to, Since = to == State ? Since : at };

    private ImmutableArray<string> With(Actor by) => Authors.Contains(by.Name, StringComparer.OrdinalIgnoreCase) ? Authors : Authors.Add(by.Name);
}
