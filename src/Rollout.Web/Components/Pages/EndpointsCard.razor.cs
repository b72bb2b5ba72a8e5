using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Web.Acting;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Pages;

/// <summary>What the card of addresses does.</summary>
public sealed partial class EndpointsCard : PersonComponent
{
    private readonly List<AddressLine> _lines = [];
    private ImmutableArray<ProbeTarget> _targets = [];
    private ImmutableArray<TargetMistake> _mistakes = [];
    private ParticipantId _shown;
    private bool _mayRead;
    private bool _mayWrite;
    private bool _editing;
    private bool _busy;
    private string? _failed;
    private string? _said;

    [Inject] private AddressBook Addresses { get; set; } = default!;

    /// <summary>The board that is shown.</summary>
    [Parameter, EditorRequired] public BoardView View { get; set; } = default!;

    /// <summary>Whose addresses.</summary>
    [Parameter, EditorRequired] public ParticipantId Participant { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        _mayRead = Viewer?.Mandate.MayReadAddresses(View.Programme, Participant) == true;
        _mayWrite = Viewer?.Mandate.MayWriteAddresses(Participant) == true;
        if (_shown == Participant) return;
        _shown = Participant;
        Leave();
        _said = null;
        if (_mayRead) _targets = Addresses.Of(View.Programme, Participant);
    }

    /// <summary>Whether saving the list is also the participant's first word on being probed.</summary>
    private bool AgreesBySaving => Viewer?.Mandate.IsOf(Participant) == true && View.Board[Participant].Probing is null && _lines.Count > 0;

    private void Edit()
    {
        _targets = Addresses.Of(View.Programme, Participant);
        _lines.Clear();
        _lines.AddRange(_targets.Select(t => new AddressLine { Phase = t.Phase, Role = t.Role, Url = t.Url.OriginalString }));
        if (_lines.Count == 0) Add();
        (_editing, _said, _failed, _mistakes) = (true, null, null, []);
    }

    private void Add() => _lines.Add(new() { Phase = View.Phase.Key, Role = FreeRole() });

    private void Drop(AddressLine line)
    {
        // Mistakes speak of places, which move.
        _mistakes = [];
        _lines.Remove(line);
    }

    private void Leave() => (_editing, _failed, _mistakes) = (false, null, []);

    private async Task SaveAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _failed = await TryAsync();
        }
        finally
        {
            _busy = false;
        }
        if (_failed is not null) return;
        _targets = Addresses.Of(View.Programme, Participant);
        Leave();
        _said = Texts["endpoints.saved"];
    }

    private async Task<string?> TryAsync()
    {
        if (await NowAsync() is not { } person) return Texts["query.signIn"];
        if (!person.Mandate.MayWriteAddresses(Participant)) return Texts["query.forbidden"];
        var wishes = _lines.ConvertAll(l => l.Wish);
        // On another thread: the database may be busy, and the page stays alive.
        _mistakes = await Task.Run(() => Addresses.ReplaceAsync(person, View.Programme, Participant, wishes, "", CancellationToken.None));
        return _mistakes.IsEmpty ? null : Texts["endpoints.invalid", _mistakes.Length];
    }

    /// <summary>The first role that has no address in the phase shown.</summary>
    private string FreeRole()
    {
        var roles = TargetRules.Roles(View.Programme);
        return roles.FirstOrDefault(r => !_lines.Exists(l => l.Role == r && l.Phase == View.Phase.Key)) ?? roles.FirstOrDefault() ?? "";
    }

    private string RoleOf(string role) => RoleNames.Of(Texts, View.Programme, role);

    private string? MistakeOf(int index, string field) =>
        _mistakes.FirstOrDefault(m => m.Index == index && m.Field == field) is { } mistake ? Texts.Say(mistake.Message) : null;

    private string? Wrong(int index, string field) => _mistakes.Any(m => m.Index == index && m.Field == field) ? "true" : null;

    private static string Id(int index, string field) => $"endpoint-{index}-{field}";
}
