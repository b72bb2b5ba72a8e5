using System.Collections.Immutable;
using Rollout.Core.Baselines;
using Rollout.Core.Participants;

namespace Rollout.Core.Appendices;

/// <summary>A row of the lists as it was read.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">Where it begins; 0 when it stands nowhere.</param>
/// <param name="Title">The title as written.</param>
/// <param name="Count">The count as written.</param>
/// <param name="Names">The names as written, those nobody bears included.</param>
/// <param name="Participants">Whom they mean.</param>
/// <param name="Mistakes">What is wrong with it.</param>
public sealed record AppendixRow(
    int Number, int Line, string Title, string Count, ImmutableArray<string> Names, ImmutableArray<Participant> Participants, ImmutableArray<RowMistake> Mistakes);
