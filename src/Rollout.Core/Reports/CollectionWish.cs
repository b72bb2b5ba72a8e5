using System.Collections.Immutable;
using Rollout.Core.Collecting;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>Which reports a letter asks for, in which copy, until when.</summary>
/// <param name="Collection">What came.</param>
/// <param name="Phase">The phase, which is the copy.</param>
/// <param name="Reports">The reports it asks for.</param>
/// <param name="Deadline">Before which day.</param>
/// <param name="Signature">How it is signed.</param>
public sealed record CollectionWish(ReportCollection Collection, Phase Phase, ImmutableArray<CollectedReport> Reports, DateOnly Deadline, LetterSignature Signature)
{
    /// <summary>Those who have not handed in, with what is missing, in official order.</summary>
    public ImmutableArray<(Participant Participant, ImmutableArray<(CollectedReport Report, Receipt Receipt)> Missing)> Missing => Where(r => r.IsMissing);

    /// <summary>Those of whom nothing is known of some report.</summary>
    public ImmutableArray<Participant> Unknown => [.. Where(r => r.State == ReceiptState.Unknown).Select(p => p.Participant)];

    private ImmutableArray<(Participant Participant, ImmutableArray<(CollectedReport Report, Receipt Receipt)> Receipts)> Where(Func<Receipt, bool> wanted)
    {
        var found = Reports.SelectMany(r => Collection.Find(r, Phase).Receipts.Where(wanted).Select(receipt => (Report: r, Receipt: receipt)))
            .ToLookup(f => f.Receipt.Participant.Id);
        return
        [
            .. Collection.Copies.SelectMany(c => c.Receipts).Select(r => r.Participant).DistinctBy(p => p.Id).Where(p => found.Contains(p.Id))
                .Select(p => (p, found[p.Id].ToImmutableArray())),
        ];
    }
}
