using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Components.Todo;

/// <summary>Many done one after another: how far it is, and what came of each. Each is its own entry; stopping in the middle undoes none.</summary>
public sealed class TaskRun(IReadOnlyList<TaskItem> items)
{
    private readonly List<TaskOutcome> _outcomes = [];

    /// <summary>How many there are.</summary>
    public int Total => items.Count;

    /// <summary>What came of those that are through.</summary>
    public IReadOnlyList<TaskOutcome> Outcomes => _outcomes;

    /// <summary>Whether it is under way.</summary>
    public bool Running { get; private set; }

    /// <summary>Those that were refused, whose reason somebody has to read.</summary>
    public IEnumerable<TaskOutcome> Refused => _outcomes.Where(o => o.Refusal is not null);

    /// <summary>Does one after another and tells after each.</summary>
    public async Task GoAsync(Func<TaskItem, Task<Recorded>> act, Func<Task> told, CancellationToken ct)
    {
        Running = true;
        try
        {
            foreach (var item in items)
            {
                if (ct.IsCancellationRequested) break;
                var recorded = await act(item);
                _outcomes.Add(new(item, recorded.Refusal));
                await told();
            }
        }
        finally
        {
            Running = false;
        }
    }
}
