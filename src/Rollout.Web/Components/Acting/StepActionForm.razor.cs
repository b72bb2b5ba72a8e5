using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Acting;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Acting;

/// <summary>The form of one action on one step.</summary>
public sealed partial class StepActionForm : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private StepState _cell = StepState.Initial;
    private ElementReference _element;
    private IReadOnlyDictionary<string, string> _missing = new Dictionary<string, string>(StringComparer.Ordinal);
    private Refusal? _refusal;
    private bool _sending;
    private IReadOnlyList<Happening> _since = [];
    private bool _stillOffered = true;

    /// <summary>The board.</summary>
    [Parameter, EditorRequired] public BoardView View { get; set; } = default!;

    /// <summary>Whose step.</summary>
    [Parameter, EditorRequired] public ParticipantProgress Row { get; set; } = default!;

    /// <summary>Which step.</summary>
    [Parameter, EditorRequired] public StepDefinition Step { get; set; } = default!;

    /// <summary>What is typed.</summary>
    [Parameter, EditorRequired] public StepForm Form { get; set; } = default!;

    /// <summary>Told when it is over, with what there is to say of it.</summary>
    [Parameter] public EventCallback<string> OnClose { get; set; }

    [Inject] private Texts Texts { get; set; } = default!;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private DomainClock Clock { get; set; } = default!;

    [Inject] private LedgerReader Ledger { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    private StepKey Key => new(Row.Participant.Id, View.Phase.Key, Step.Key);

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var changed = _cell.LatestSeq != Row[View.Phase.Key, Step.Key].LatestSeq;
        _cell = Row[View.Phase.Key, Step.Key];
        if (!changed || _cell.Version == Form.Version) return;
        // Somebody was faster: tell what happened since the form was opened, and whether the action is still one.
        var entries = Ledger.Of(View.Programme.Key, $"{Row.Participant.Id}", View.Phase.Key, Step.Key, new(View.AsOf > Clock.Now ? View.AsOf : Clock.Now, null), 20);
        _since = [.. entries.Where(e => e.Event is StepEvent.StatusChanged).Take(Math.Max(1, _cell.Version - Form.Version)).Select(e => Happening.Of(Texts, View, e)).OfType<Happening>()];
        _stillOffered = Authentication is not null && Accounts.Person.Of((await Authentication).User) is { } person
            && StepOffers.Of(View.Programme, Row, Key, person.ActorFor(View.Programme, Key.Participant), Clock.Now)
                .Any(o => o.Action == Form.Action && o.Refusal is null);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The button that opened the form is gone: the keyboard goes on here.
        if (firstRender) await _element.FocusAsync();
    }

    private string Id(string part) => $"form-{Step.Key}-{part}";

    private string? Mistake(string field) =>
        _missing.TryGetValue(field, out var key) ? Texts[key]
        : _refusal is { } refusal && StepForm.FieldOf(refusal) == field ? RefusalWords.Of(Texts, View.Programme, refusal) : null;

    private string? Invalid(string field) => Mistake(field) is null ? null : "true";

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        // What was typed is not thrown away by a stray Escape.
        if (key.Key == "Escape" && Form.Note.Length == 0) await OnClose.InvokeAsync("");
    }

    private async Task SendAsync()
    {
        if (_sending) return;
        _refusal = null;
        _missing = Form.Missing();
        if (_missing.Count > 0) return;
        _sending = true;
        if (_cell.Version != Form.Version) Form.Version = _cell.Version;
        try
        {
            var user = Authentication is null ? null : (await Authentication).User;
            var recorded = await Desk.ActAsync(user, View.Programme.Key, Key.Participant, actor => Form.Command(actor, Key, _cell.LastAt, Clock.Now), _left.Token);
            _refusal = recorded.Refusal is { Kind: RefusalKind.Stale } ? null : recorded.Refusal;
            if (recorded.Refusal is null) await OnClose.InvokeAsync(Said(recorded));
        }
        finally
        {
            _sending = false;
        }
    }

    private string Said(Recorded recorded) => recorded.Entries is [{ Event: StepEvent.PartlyConfirmed } entry]
        ? Texts["act.partly", Looks.Owners(Texts, View.Programme, Step.Settlement.Confirmers.Except([.. _cell.Confirmed, ((StepEvent.PartlyConfirmed)entry.Event).Agency]), View.AsOf)]
        : Texts["act.done", Texts[$"act.{Core.Wording.Words.Of(Form.Action)}"], Clock.Now.ToString("HH:mm", CultureInfo.InvariantCulture)];
}
