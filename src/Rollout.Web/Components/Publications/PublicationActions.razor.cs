using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rollout.Core.Calendar;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Publications;
using Rollout.Storage.Time;
using Rollout.Web.Acting;
using Rollout.Web.Publishing;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Publications;

/// <summary>Asks the rules what may be done, lets a person do it; what cannot be taken back is asked twice.</summary>
public sealed partial class PublicationActions
{
    private static readonly PublicationAction[] Elsewhere = [PublicationAction.Edit, PublicationAction.Comment, PublicationAction.Attach];
    private bool _beside;
    private bool _confirming;
    private DateOnly? _date;
    private string _number = "";
    private PublicationAction? _open;
    private string _reason = "";
    private Refusal? _refusal;
    private bool _sending;
    private long _version;

    [Inject] private Texts Texts { get; set; } = default!;
    [Inject] private PublicationDesk Desk { get; set; } = default!;
    [Inject] private PublicationRecorder Recorder { get; set; } = default!;
    [Inject] private DomainClock Clock { get; set; } = default!;

    /// <summary>The letter.</summary>
    [Parameter, EditorRequired] public PublicationView View { get; set; } = default!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;

    /// <summary>It was done; what is to be said.</summary>
    [Parameter] public EventCallback<string> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    private IEnumerable<(PublicationAction Action, Refusal? Refusal)> Offers { get; set; } = [];

    private IEnumerable<(IEnumerable<PublicationAction> Actions, string Why)> Refused => Offers.Where(o => o.Refusal is not null)
        .GroupBy(o => RefusalWords.Of(Texts, View.Board.Programme, o.Refusal!), o => o.Action, StringComparer.Ordinal).Select(g => ((IEnumerable<PublicationAction>)g, g.Key));

    private bool NeedsReason => _open is PublicationAction.Return or PublicationAction.Cancel;

    private string? Said => _refusal is { } refusal ? RefusalWords.Of(Texts, View.Board.Programme, refusal) : null;

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        Offers = [.. PublicationOffers.Of(View.Publication, Actor, Recorder.Facts(View.Board.Programme, View.Publication)).Where(o => !Elsewhere.Contains(o.Action))];

    private static string Key(PublicationAction action) => $"publication.act.{Words.Of(action)}";

    private string? Wrong(params string[] codes) => _refusal is { } refusal && codes.Contains(refusal.Message.Code) ? Said : null;

    private void Open(PublicationAction action)
    {
        // What is sent carries the version that was on the page when the form was opened.
        (_open, _version, _refusal, _confirming, _reason) = (action, View.Publication.Version, null, false, "");
        if (action == PublicationAction.Issue) _date ??= HanoiTime.DayOf(Clock.Now);
    }

    private void Back()
    {
        if (_confirming) _confirming = false;
        else _open = null;
        _refusal = null;
    }

    private async Task SendAsync()
    {
        if (_sending || _open is not { } action || Authentication is null) return;
        if (action is PublicationAction.Issue or PublicationAction.Cancel && !_confirming)
        {
            _refusal = Early(action);
            _beside = _refusal is not null;
            _confirming = _refusal is null;
            return;
        }
        _sending = true;
        var user = (await Authentication).User;
        var (programme, id) = (View.Board.Programme.Key, View.Publication.Id);
        var outcome = action == PublicationAction.Issue
            ? await Desk.IssueAsync(user, programme, id, _version, _number, _date!.Value, CancellationToken.None)
            : await Desk.ActAsync(user, programme, id, actor => Command(action, actor), CancellationToken.None);
        (_sending, _confirming, _refusal) = (false, false, outcome.Refusal);
        _beside = _refusal?.Message.Code is { } code && (code.StartsWith("publication.number", StringComparison.Ordinal) || code.StartsWith("publication.date", StringComparison.Ordinal) || code.StartsWith("note.", StringComparison.Ordinal));
        if (_refusal is not null) return;
        _open = null;
        var withoutPdf = action == PublicationAction.Issue && outcome.Publication?.Letter?.Files.Any(f => f.Format == EditionPrinting.Pdf) == false;
        await OnDone.InvokeAsync(withoutPdf ? $"{Texts[$"{Key(action)}.done"]} {Texts["publication.noPdf"]}" : Texts[$"{Key(action)}.done"]);
    }

    /// <summary>What can be said before somebody is asked whether they are sure.</summary>
    private Refusal? Early(PublicationAction action)
    {
        if (action == PublicationAction.Cancel) return string.IsNullOrWhiteSpace(_reason) ? Refusal.Rule("note.required") : null;
        if (_date is not { } date) return Refusal.Rule("publication.dateMissing");
        var wanted = new PublicationCommand.IssueLetter(Actor, _version, _number, date, []);
        return (PublicationDecider.Decide(View.Publication, wanted, Recorder.Facts(View.Board.Programme, null)) as PublicationDecision.Refused)?.Refusal;
    }

    private PublicationCommand Command(PublicationAction action, Actor actor)
    {
        PublicationCommand command = action switch
        {
            PublicationAction.Submit => new PublicationCommand.SubmitDraft(actor, _version),
            PublicationAction.Withdraw => new PublicationCommand.WithdrawDraft(actor, _version),
            PublicationAction.Approve => new PublicationCommand.ApproveDraft(actor, _version),
            PublicationAction.Return => new PublicationCommand.ReturnDraft(actor, _version),
            _ => new PublicationCommand.CancelDraft(actor, _version),
        };
        return command with { Note = string.IsNullOrWhiteSpace(_reason) ? null : _reason };
    }
}
