using System.Collections.Immutable;
using Rollout.Core.Collecting;

namespace Rollout.Core.Reports;

/// <summary>The words of the lists of received and missing reports, lent by the pages so that both speak alike.</summary>
/// <param name="Title">The title.</param>
/// <param name="Request">Which letter asks for them; empty when that is not known.</param>
/// <param name="Heading">The head of a report's list in one of its copies.</param>
/// <param name="Columns">Seven heads: number, participant, state, received on, working days late, still missing, files.</param>
/// <param name="State">The word of a state.</param>
public sealed record CollectionWords(
    string Title, string Request, Func<CollectedCopy, string> Heading, ImmutableArray<string> Columns, Func<ReceiptState, string> State);
