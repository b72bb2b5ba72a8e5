using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>What somebody wants of a publication: a closed family. A version is the one its author saw.</summary>
/// <param name="Actor">Who.</param>
public abstract record PublicationCommand(Actor Actor)
{
    private PublicationCommand(Actor actor, long version) : this(actor) => Version = version;

    /// <summary>The version its author saw; null where none matters.</summary>
    public long? Version { get; private init; }

    /// <summary>What is written with it: a reason or a comment, kept beside the chain.</summary>
    public string? Note { get; init; }

    /// <summary>Begins one.</summary>
    public sealed record DraftLetter(Actor Actor, PublicationPlan Plan) : PublicationCommand(Actor);

    /// <summary>Changes a draft.</summary>
    public sealed record EditDraft(Actor Actor, long Seen, PublicationPlan Plan) : PublicationCommand(Actor, Seen);

    /// <summary>Lays a draft before an approver.</summary>
    public sealed record SubmitDraft(Actor Actor, long Seen) : PublicationCommand(Actor, Seen);

    /// <summary>Takes it back before it is approved.</summary>
    public sealed record WithdrawDraft(Actor Actor, long Seen) : PublicationCommand(Actor, Seen);

    /// <summary>Approves it.</summary>
    public sealed record ApproveDraft(Actor Actor, long Seen) : PublicationCommand(Actor, Seen);

    /// <summary>Gives it back with a reason.</summary>
    public sealed record ReturnDraft(Actor Actor, long Seen) : PublicationCommand(Actor, Seen);

    /// <summary>Enters number and date.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Seen">The version its author saw.</param>
    /// <param name="Number">The letter's number in full.</param>
    /// <param name="Date">The letter's date.</param>
    /// <param name="Files">The documents as they were printed for it, which are kept for ever.</param>
    public sealed record IssueLetter(Actor Actor, long Seen, string? Number, DateOnly Date, ValueList<PublishedFile> Files) : PublicationCommand(Actor, Seen);

    /// <summary>Gives it up with a reason.</summary>
    public sealed record CancelDraft(Actor Actor, long Seen) : PublicationCommand(Actor, Seen);

    /// <summary>Says something about it.</summary>
    public sealed record CommentOnDraft(Actor Actor) : PublicationCommand(Actor);

    /// <summary>Attaches the signed letter; an earlier one stays.</summary>
    public sealed record AttachSigned(Actor Actor, PublishedFile File) : PublicationCommand(Actor);
}
