using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Standings;

namespace Rollout.Web.Reading;

/// <summary>A programme among others, as one reader may see it.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="IsClosed">Whether it is closed on the day that is looked at.</param>
/// <param name="Successor">The programme in which the work of a closed one goes on, or null.</param>
/// <param name="Stands">How it stands; null for those whom it shows only their own participants.</param>
/// <param name="Own">The reader's own participants in it, where it shows only those.</param>
public sealed record ProgrammeLine(Programme Programme, bool IsClosed, Programme? Successor, ProgrammeStanding? Stands, ImmutableArray<Participant> Own);
