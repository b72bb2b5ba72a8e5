using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Rollout.Web.Components.Shared;

/// <summary>A file input that says when it listens: a file picked before that would be lost without a word.</summary>
public sealed class FileInput : InputFile
{
    /// <summary>The browser's side listens from now on.</summary>
    [Parameter] public EventCallback OnListening { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender) await OnListening.InvokeAsync();
    }
}
