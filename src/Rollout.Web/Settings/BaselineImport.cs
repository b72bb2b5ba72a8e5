using System.Collections.Immutable;
using Rollout.Core.Baselines;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Settings;

/// <summary>Imports a published state: all of it or nothing; cells with later entries are left and listed.</summary>
public sealed class BaselineImport(StepRecorder recorder)
{
    /// <summary>What came of an import.</summary>
    /// <param name="Mistakes">Mistakes of the file; then nothing was written.</param>
    /// <param name="Written">How many entries were written.</param>
    /// <param name="Left">Cells that have a later entry and were left, with that entry.</param>
    /// <param name="Refusal">Why nothing could be written at all.</param>
    public sealed record ImportOutcome(ImmutableArray<Mistake> Mistakes, int Written, ImmutableArray<(StepKey Key, Message Why)> Left, Refusal? Refusal)
    {
        /// <summary>Figures of which something else was said later and which were left, with that entry.</summary>
        public ImmutableArray<(StepCommand.StateFigure Figure, Message Why)> FiguresLeft { get; init; } = [];
    }

    /// <summary>Imports the text of a file.</summary>
    public async Task<ImportOutcome> RunAsync(ProgrammeCatalog.Item item, BaselineSource source, string text, CancellationToken ct)
    {
        var (baseline, mistakes) = BaselineJson.Read(item.Programme, item.Participants, source.File, text);
        if (baseline is null) return new(mistakes, 0, [], null);
        var document = item.Programme.Documents.FirstOrDefault(d => d.Key == source.Source);
        return await RunAsync(item, baseline, source, document is null ? null : new(document.Number, document.Issuer, document.Date), ct);
    }

    /// <summary>Imports a state that was read and has no mistakes.</summary>
    public Task<ImportOutcome> RunAsync(ProgrammeCatalog.Item item, PublishedState state, BaselineSource source, DocumentReference? document, CancellationToken ct) =>
        RunAsync(item.Programme.Key, [.. state.Commands(item.Programme, item.Participants, source, document)], _ => null, ct);

    /// <summary>Imports what a state says as commands, unless something speaks against it under the ledger's lock.</summary>
    public async Task<ImportOutcome> RunAsync(string programme, IReadOnlyList<StepCommand> commands, Func<Board, Refusal?> unless, CancellationToken ct)
    {
        var recorded = await recorder.RecordAllAsync(programme, commands, unless, ct);
        var refused = commands.Zip(recorded).Where(r => r.Second.Refusal is not null).ToList();
        return new(
            [], recorded.Sum(r => r.Entries.Length),
            [.. refused.Where(r => r.First is StepCommand.Import && r.Second.Refusal!.Kind == RefusalKind.Rule).Select(r => (((StepCommand.Import)r.First).Key, r.Second.Refusal!.Message))],
            refused.FirstOrDefault(r => r.Second.Refusal!.Kind is RefusalKind.Unavailable or RefusalKind.Stale).Second?.Refusal)
        {
            FiguresLeft = [.. refused.Where(r => r.First is StepCommand.StateFigure && r.Second.Refusal!.Kind == RefusalKind.Rule).Select(r => ((StepCommand.StateFigure)r.First, r.Second.Refusal!.Message))],
        };
    }
}
