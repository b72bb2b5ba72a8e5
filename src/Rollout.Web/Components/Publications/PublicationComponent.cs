using System.Globalization;
using Microsoft.AspNetCore.Components;
using Rollout.Storage.Publications;
using Rollout.Web.Components.Shared;

namespace Rollout.Web.Components.Publications;

/// <summary>A page of publications: follows them beside the board, and lets go of both.</summary>
public abstract class PublicationComponent : BoardComponent
{
    private CultureInfo? _language;
    private bool _left;
    private IDisposable? _subscription;

    [Inject] private PublicationBook Book { get; set; } = default!;

    [Inject] private PageTurns Turns { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _language ??= CultureInfo.CurrentUICulture;
        await base.OnParametersSetAsync();
        if (RendererInfo.IsInteractive && !_left) _subscription ??= Book.Subscribe(() => _ = NoticeAsync());
    }

    /// <summary>Reads again what is shown.</summary>
    protected void Renew()
    {
        if (View is not null) OnBoard();
    }

    /// <inheritdoc/>
    protected override void Leave()
    {
        _left = true;
        _subscription?.Dispose();
    }

    private async Task NoticeAsync()
    {
        try
        {
            await Turns.TakeAsync(() => InvokeAsync(() =>
            {
                if (_left) return;
                // The change comes on the writer's thread, which speaks another language than this page's reader.
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_language!, _language!);
                Renew();
                StateHasChanged();
            }), CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The page was left meanwhile.
        }
    }
}
