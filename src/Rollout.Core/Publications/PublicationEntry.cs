using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>An event of a publication in its place in the chain.</summary>
/// <param name="Seq">Its place, from 1, one chain for all programmes.</param>
/// <param name="At">When it happened, in whole milliseconds.</param>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Publication">Which publication.</param>
/// <param name="Kind">The event's word (<see cref="PublicationEventJson"/>).</param>
/// <param name="Fields">The event's fields as they are kept, letter for letter.</param>
/// <param name="Actor">Who.</param>
/// <param name="NoteHash">Hash of the reason or comment; null when none was written.</param>
/// <param name="PreviousHash">Hash of the entry before it.</param>
/// <param name="Hash">Its own (<see cref="PublicationChain"/>).</param>
public sealed record PublicationEntry(
    long Seq, DateTimeOffset At, string Programme, long Publication, string Kind, string Fields, Actor Actor, string? NoteHash, string PreviousHash, string Hash)
{
    /// <summary>What happened.</summary>
    /// <exception cref="FormatException">The fields say no event.</exception>
    public PublicationEvent Event => PublicationEventJson.Read(Kind, Fields);
}
