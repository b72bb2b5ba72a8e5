using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Reports;

/// <summary>Whom a letter is to remind, of what, until when.</summary>
/// <param name="Board">The board as of the instant.</param>
/// <param name="Phase">The phase.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Systems">The systems it speaks of.</param>
/// <param name="Rows">The participants it speaks of, in official order.</param>
/// <param name="Deadline">Before which day.</param>
/// <param name="Signature">How it is signed.</param>
public sealed record ReminderWish(
    Board Board, Phase Phase, DateTimeOffset AsOf, ImmutableArray<ConnectedSystem> Systems, ImmutableArray<ParticipantProgress> Rows, DateOnly Deadline,
    LetterSignature Signature);
