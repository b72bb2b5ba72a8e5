using Rollout.Core.Ledger;
using Rollout.Core.Steps;

namespace Rollout.Core.Collecting;

/// <summary>The files that came with the report of each step: with the report that stands, or said beside it since. What came with a returned report counts no more.</summary>
internal sealed class HandedFiles
{
    private readonly Dictionary<StepKey, HashSet<string>> _files = [];

    /// <summary>Reads them from a programme's entries in the order of their seq.</summary>
    public static HandedFiles Of(IEnumerable<LedgerEntry> entries)
    {
        var handed = new HandedFiles();
        foreach (var entry in entries)
            if (entry is { Phase: { } phase, Step: { } step }) handed.Note(new(entry.Participant, phase, step), entry.Event);
        return handed;
    }

    /// <summary>The hashes of a step's files.</summary>
    public IReadOnlyCollection<string> this[StepKey key] => _files.TryGetValue(key, out var hashes) ? hashes : [];

    private void Note(StepKey key, StepEvent happened)
    {
        if (happened is StepEvent.StatusChanged { To: StepStatus.NotStarted or StepStatus.InProgress }) _files.Remove(key);
        else if (happened is StepEvent.StatusChanged { Files: { Count: > 0 } given }) Add(key, given);
        else if (happened is StepEvent.Commented { Files: { Count: > 0 } added }) Add(key, added);
    }

    private void Add(StepKey key, IEnumerable<string> hashes)
    {
        if (!_files.TryGetValue(key, out var kept)) _files[key] = kept = new(StringComparer.Ordinal);
        kept.UnionWith(hashes);
    }
}
