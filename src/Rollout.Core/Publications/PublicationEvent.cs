using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>What happened to a publication: a closed family.</summary>
public abstract record PublicationEvent
{
    private PublicationEvent() { }

    /// <summary>It was begun.</summary>
    public sealed record DraftBegun(PublicationPlan Plan) : PublicationEvent;

    /// <summary>The draft was changed.</summary>
    public sealed record DraftEdited(PublicationPlan Plan) : PublicationEvent;

    /// <summary>It was submitted; from now on it prints this.</summary>
    /// <param name="Content">The frozen content.</param>
    /// <param name="LedgerSeq">The last entry of the ledger at that moment.</param>
    /// <param name="LedgerHash">Its hash.</param>
    public sealed record DraftSubmitted(PublicationContent Content, long LedgerSeq, string LedgerHash) : PublicationEvent;

    /// <summary>It was taken back.</summary>
    public sealed record DraftWithdrawn : PublicationEvent;

    /// <summary>It was approved.</summary>
    public sealed record DraftApproved : PublicationEvent;

    /// <summary>It was given back.</summary>
    public sealed record DraftReturned : PublicationEvent;

    /// <summary>It was issued.</summary>
    /// <param name="Number">The letter's number.</param>
    /// <param name="Date">The letter's date.</param>
    /// <param name="PreviousHash">Hash of the edition issued before it (<see cref="EditionHash"/>).</param>
    /// <param name="Hash">Its own.</param>
    /// <param name="Files">Its documents.</param>
    public sealed record LetterIssued(string Number, DateOnly Date, string PreviousHash, string Hash, ValueList<PublishedFile> Files) : PublicationEvent;

    /// <summary>Another stands in its place.</summary>
    /// <param name="By">Which.</param>
    public sealed record LetterSuperseded(long By) : PublicationEvent;

    /// <summary>It was given up.</summary>
    public sealed record DraftCancelled : PublicationEvent;

    /// <summary>Somebody said something about it.</summary>
    public sealed record DraftCommented : PublicationEvent;

    /// <summary>The signed letter was attached.</summary>
    public sealed record SignedAttached(PublishedFile File) : PublicationEvent;
}
