using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Steps;

namespace Rollout.Storage.Ledgers;

/// <summary>What somebody waits to have written; taken by whoever has the turn, or given up before.</summary>
/// <param name="programme">Key of the programme.</param>
/// <param name="commands">What is wanted, in order: all that is accepted is written together.</param>
/// <param name="unless">What speaks against all of it, asked of the board at the head.</param>
internal sealed class AppendWish(string programme, IReadOnlyList<StepCommand> commands, Func<Board, Refusal?> unless)
{
    private readonly TaskCompletionSource<ImmutableArray<Recorded>> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    public string Programme => programme;

    public IReadOnlyList<StepCommand> Commands => commands;

    public Func<Board, Refusal?> Unless => unless;

    /// <summary>What came of it.</summary>
    public Task<ImmutableArray<Recorded>> Outcome => _outcome.Task;

    /// <summary>Takes it to be written; false when it was given up.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Gives it up; false when it is being written already.</summary>
    public bool TryGiveUp() => Interlocked.Exchange(ref _taken, 1) == 0;

    public void Tell(ImmutableArray<Recorded> outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception failure) => _outcome.TrySetException(failure);

    /// <summary>The same refusal for every command.</summary>
    public ImmutableArray<Recorded> Refused(Refusal refusal) => [.. commands.Select(_ => Recorded.Refused(refusal))];
}
