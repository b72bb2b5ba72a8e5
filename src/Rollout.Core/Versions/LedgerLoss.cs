using Rollout.Core.Wording;

namespace Rollout.Core.Versions;

/// <summary>Something that entries speak of and that a programme does not have: they stay in the ledger, and belong to nothing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Title">Its title; null when nobody tells it any more.</param>
/// <param name="Entries">How many entries speak of it.</param>
public sealed record LedgerLoss(LossKind Kind, string Key, LocalizedText? Title, int Entries)
{
    /// <summary>The word by which an administrator agrees to it: <c>step:2.4</c>.</summary>
    public string Word => $"{Words.Of(Kind)}:{Key}";
}
