using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>A part of a page that does something for somebody: knows who that is, and asks again before anything is written.</summary>
public abstract class PersonComponent : ComponentBase
{
    /// <summary>The words.</summary>
    [Inject] protected Texts Texts { get; set; } = default!;

    /// <summary>Who looks, as when the parameters were set: for what is shown, never for what is written.</summary>
    protected Person? Viewer { get; private set; }

    [Inject] private LiveAccess Access { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync() => Viewer = await NowAsync();

    /// <summary>Who it is at this moment; null when nobody is signed in any more.</summary>
    protected async Task<Person?> NowAsync() => Authentication is null ? null : Access.Now((await Authentication).User);
}
