using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>
/// A part of a page that shows a board: reads the query (programme, phase, asOf, knownOn), follows the one signal of the boards, ignores what it does
/// not show, comes together at most four times a second, and lets go when it is left.
/// </summary>
public abstract class BoardComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _left = new();
    private IDisposable? _subscription;
    private CultureInfo? _language;
    private long _lastShown;
    private int _waiting;

    /// <summary>Programme asked for in the address.</summary>
    [SupplyParameterFromQuery(Name = "programme")] public string? ProgrammeKey { get; set; }

    /// <summary>Phase asked for in the address.</summary>
    [SupplyParameterFromQuery(Name = "phase")] public string? PhaseKey { get; set; }

    /// <summary>Instant asked for in the address.</summary>
    [SupplyParameterFromQuery(Name = "asOf")] public string? AsOfText { get; set; }

    /// <summary>The instant asked for in the address whose knowledge is shown.</summary>
    [SupplyParameterFromQuery(Name = "knownOn")] public string? KnownOnText { get; set; }

    /// <summary>What is shown; null when the address is wrong, which <see cref="Mistake"/> explains.</summary>
    protected BoardView? View { get; private set; }

    /// <summary>What is wrong with the address.</summary>
    protected QueryMistake? Mistake { get; private set; }

    [Inject] private BoardReading Reading { get; set; } = default!;

    [Inject] private BoardStore Boards { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private PageTurns Turns { get; set; } = default!;

    /// <summary>The request while the page is prerendered; null in a circuit.</summary>
    [CascadingParameter] private HttpContext? Http { get; set; }

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>Who is signed in, as the circuit knows it; null when nobody is. What is written asks the accounts once more.</summary>
    protected Person? Person => Person.Of(User);

    /// <summary>Who opened the page, for those who act.</summary>
    protected ClaimsPrincipal? User { get; private set; }

    /// <summary>The words.</summary>
    [Inject] protected Texts Texts { get; set; } = default!;

    /// <summary>The address, for links that keep the query.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        _subscription?.Dispose();
        Leave();
        GC.SuppressFinalize(this);
    }

    /// <summary>A link to a page that keeps programme, phase, asOf and knownOn, but for one that is wrong: it would make every way lead to the same mistake.</summary>
    protected string Link(string path, params (string Name, string? Value)[] changed)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["programme"] = ProgrammeKey, ["phase"] = PhaseKey, ["asOf"] = AsOfText, ["knownOn"] = KnownOnText };
        if (Mistake is { } mistake) query[mistake.Parameter] = null;
        // A phase is of its programme.
        if (Mistake?.Parameter == "programme") query["phase"] = null;
        foreach (var (name, value) in changed) query[name] = value;
        return QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        User = Authentication is null ? Http?.User : (await Authentication).User;
        _language ??= CultureInfo.CurrentUICulture;
        Read();
        // Prerendering ends at once; only a page that stays open listens.
        if (Follows && RendererInfo.IsInteractive) _subscription ??= Boards.Subscribe(change => _ = NoticeAsync(change));
    }

    /// <summary>Says in the prerendered answer that there is no such thing, for those who read statuses rather than pages.</summary>
    protected void SayNotFound() => Say(StatusCodes.Status404NotFound);

    /// <summary>Says in the prerendered answer that the address is wrong in a word that only this page knows.</summary>
    protected void SayMistaken() => Say(StatusCodes.Status400BadRequest);

    /// <summary>Whether this part follows the boards at all.</summary>
    protected virtual bool Follows => true;

    /// <summary>Whether a change concerns what is shown.</summary>
    protected virtual bool Shows(BoardChange change) => View is { Live: true } view && (change.Entries.IsEmpty || change.Entries.Any(e => e.Programme == view.Programme.Key));

    /// <summary>Whether what this part shows may be seen: by default the whole board, which a programme may keep from those who act for one participant.</summary>
    protected virtual bool MaySee(BoardView view) => Person?.Mandate.MayRead(view.Programme, null) ?? true;

    /// <summary>Makes the page's own record from <see cref="View"/>, after every reading.</summary>
    protected virtual void OnBoard() { }

    /// <summary>Lets go of what a page holds beyond its subscription.</summary>
    protected virtual void Leave() { }

    private void Read()
    {
        (View, Mistake) = Reading.Read(ProgrammeKey, PhaseKey, AsOfText, KnownOnText);
        if (View is { } view && !MaySee(view)) (View, Mistake) = (null, new("reading", "forbidden", "", [], NotFound: false));
        if (View is not null) OnBoard();
        else Say(Mistake!.Code == "forbidden" ? StatusCodes.Status403Forbidden : Mistake.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
    }

    /// <summary>The status is set when the answer begins: set earlier, a 404 would make the framework throw the page away.</summary>
    private void Say(int status)
    {
        if (Http is not { Response.HasStarted: false } http) return;
        http.Response.OnStarting(() =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>The first change is shown at once, what follows within the pause together.</summary>
    private async Task NoticeAsync(BoardChange change)
    {
        if (!Shows(change) || Interlocked.Exchange(ref _waiting, 1) == 1) return;
        try
        {
            var rest = Pause - Time.GetElapsedTime(_lastShown);
            if (rest > TimeSpan.Zero && _lastShown != 0) await Task.Delay(rest, Time, _left.Token);
            await Turns.TakeAsync(() => InvokeAsync(() =>
            {
                // The change comes on the writer's thread, which speaks another language than this page's reader.
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_language!, _language!);
                Volatile.Write(ref _waiting, 0);
                _lastShown = Time.GetTimestamp();
                Read();
                StateHasChanged();
            }), _left.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left while it waited.
        }
    }
}
