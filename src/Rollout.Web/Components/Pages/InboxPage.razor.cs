using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Acting;
using Rollout.Web.Components.Acting;
using Rollout.Web.Components.Todo;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Pages;

/// <summary>What waits on the signed-in person: what is due first, then the oldest; many can be confirmed or returned at once.</summary>
public sealed partial class InboxPage
{
    // The oldest first: who has more than these begins at the top.
    private const int Most = 40;

    private readonly HashSet<StepKey> _selected = [];
    private ImmutableArray<ReportDraft> _drafts = [];
    private Dictionary<StepKey, DueItem> _due = [];
    private List<TaskItem> _reviews = [];
    private TaskRun? _run;
    private CancellationTokenSource _stop = new();
    private List<TaskItem> _tasks = [];
    private bool _whole;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private DeadlineReading Deadlines { get; set; } = default!;

    [Inject] private Drafts Drafts { get; set; } = default!;

    [Inject] private DomainClock Clock { get; set; } = default!;

    private bool Busy => _run is { Running: true };

    /// <summary>Of the board only what waits on the person itself is shown.</summary>
    protected override bool MaySee(BoardView view) => true;

    /// <inheritdoc/>
    protected override void OnBoard()
    {
        if (Person is not { } person) return;
        var items = Inbox.Of(View!.Board, person.Mandate, Clock.Now);
        _reviews = [.. items.Where(i => i.Kind == TaskKind.Review)];
        _due = (Deadlines.Of(View.Board, View.AsOf, null)?.For(person.Mandate, View.Programme) ?? []).GroupBy(i => i.Key).ToDictionary(g => g.Key, g => g.First());
        _tasks = [.. items.Where(i => i.Kind != TaskKind.Review).OrderBy(i => _due.GetValueOrDefault(i.Key)?.LastDay ?? DateOnly.MaxValue)];
        _drafts = person.Mandate.Kind == ActorKind.Participant ? Drafts.Of(View.Programme.Key, person.Mandate.Participants) : [];
        // What another has done meanwhile is no longer picked.
        _selected.IntersectWith(_tasks.Select(t => t.Key));
    }

    /// <inheritdoc/>
    protected override void Leave()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static bool CanSelect(TaskItem task) => task.Kind == TaskKind.Confirm;

    private void Select(TaskItem task, bool on)
    {
        if (on) _selected.Add(task.Key);
        else _selected.Remove(task.Key);
    }

    private void SelectAll(bool on)
    {
        _selected.Clear();
        if (on) _selected.UnionWith(_tasks.Where(CanSelect).Select(t => t.Key));
    }

    private Task RunAsync(StepStatus to, string? note)
    {
        var chosen = _tasks.Where(t => _selected.Contains(t.Key)).ToList();
        _selected.Clear();
        return GoAsync(chosen, (actor, item) => new StepCommand.Change(actor, item.Key, to, item.Cell.Version) { Note = note });
    }

    private Task ReviewAsync(IReadOnlyList<(TaskItem Item, StepForm Form)> lines)
    {
        var forms = lines.ToDictionary(l => l.Item.Key, l => l.Form);
        return GoAsync([.. lines.Select(l => l.Item)], (actor, item) => forms[item.Key].Command(actor, item.Key, item.Cell.LastAt, Clock.Now));
    }

    private async Task GoAsync(List<TaskItem> items, Func<Actor, TaskItem, StepCommand> command)
    {
        if (Busy || items.Count == 0) return;
        _stop.Dispose();
        _stop = new();
        var ct = _stop.Token;
        var user = User;
        var programme = View!.Programme.Key;
        Task<Recorded> Act(TaskItem item) => Desk.ActAsync(user, programme, item.Participant.Id, actor => command(actor, item), CancellationToken.None);
        _run = new(items);
        await _run.GoAsync(Act, () => { StateHasChanged(); return Task.CompletedTask; }, ct);
    }
}
