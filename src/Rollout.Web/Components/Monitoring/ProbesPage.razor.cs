using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Monitoring;

/// <summary>
/// The page of all probes. It reads anew by itself; what it shows then moves only when somebody asks for it, so that nobody's eye loses its line.
/// </summary>
public sealed partial class ProbesPage : BoardComponent
{
    private const int PageSize = 150;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private Ticker? _ticker;
    private ImmutableArray<ProbeLine> _all = [];
    private ImmutableArray<ProbeLine> _lines = [];
    private ImmutableArray<(string Key, string Title)> _columns = [];
    private IReadOnlyList<string> _heads = [];
    private ProbeFilter _filter = new(null, null, null, null, null);
    private ProbeSort _sort = ProbeSort.Usual;
    private Dictionary<string, int> _places = [];
    private string _asked = "";
    private bool _moved;
    private int _page = 1;
    private DateTimeOffset _realNow;

    /// <summary>Part of a name.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Wanted { get; set; }

    /// <summary>A state.</summary>
    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>Whose fault.</summary>
    [SupplyParameterFromQuery(Name = "owner")] public string? Owner { get; set; }

    /// <summary>Key of a system.</summary>
    [SupplyParameterFromQuery(Name = "system")] public string? SystemKey { get; set; }

    /// <summary>Number of a step.</summary>
    [SupplyParameterFromQuery(Name = "step")] public string? Step { get; set; }

    /// <summary>The column by which it is sorted.</summary>
    [SupplyParameterFromQuery(Name = "sort")] public string? Sort { get; set; }

    /// <summary>Which page of a long list.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>Whether all phases are wanted, not only the one that the head of every page names.</summary>
    [SupplyParameterFromQuery(Name = "phases")] public string? Phases { get; set; }

    [Inject] private ProbeReading Probes { get; set; } = default!;

    [Inject] private PastProbes Past { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool AllPhases => Phases == "all";

    private bool MaySeeSome => Person is not { } person || person.Mandate.MayRead(View!.Programme, null);

    private int Pages => (_lines.Length + PageSize - 1) / PageSize;

    /// <inheritdoc/>
    protected override bool MaySee(BoardView view) => true;

    /// <inheritdoc/>
    protected override void OnBoard()
    {
        if (View is not { } view) return;
        _realNow = Time.GetUtcNow();
        _columns = ProbeSort.Columns(Texts, view.Programme);
        _heads = [.. _columns.Select(c => c.Title)];
        _filter = ProbeFilter.Of(view.Programme, Wanted, State, Owner, SystemKey, Step);
        _sort = ProbeSort.Read(Sort);
        var phase = AllPhases ? null : view.Phase.Key;
        _all = [.. (view.Live ? Probes.Lines(view.Board, phase, null) : Past.Lines(view, phase, null)).Where(l => Person is not { } person || person.Mandate.MayRead(view.Programme, l.Participant.Id))];
        var wanted = _sort.Order(_all.Where(_filter.Shows)).ToList();
        var asked = $"{view.Phase.Key} {AllPhases} {_filter} {_sort} {AsOfText}";
        if (asked != _asked) Keep(wanted, asked);
        _lines = [.. wanted.OrderBy(l => _places.GetValueOrDefault(l.Key, int.MaxValue))];
        _moved = !_lines.SequenceEqual(wanted);
        _page = Math.Clamp(PageNumber ?? 1, 1, Math.Max(1, Pages));
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        // Single results are no entries of the ledger, so nobody tells of them: the page looks by itself.
        // The past does not move.
        if (View is { Live: true })
        {
            _ticker ??= new Ticker(Every, Time, () => InvokeAsync(Look)).Begin();
            return;
        }
        _ticker?.Dispose();
        _ticker = null;
    }

    /// <inheritdoc/>
    protected override void Leave() => _ticker?.Dispose();

    private void Keep(List<ProbeLine> order, string asked) =>
        (_asked, _places) = (asked, order.Select((l, i) => (l.Key, Place: i)).ToDictionary(l => l.Key, l => l.Place, StringComparer.Ordinal));

    private void Arrange()
    {
        _asked = "";
        OnBoard();
    }

    private void Look()
    {
        OnBoard();
        StateHasChanged();
    }

    private string SortBy(string column) => Here.With(Navigation, new Dictionary<string, object?> { ["sort"] = _sort.Next(column), ["page"] = null });

    private string Place(ProbeLine line) => $"{Link($"/participants/{line.Participant.Code}", ("phase", line.Target.Phase))}#probe-{line.Key}";
}
