using Rollout.Core.Verification;

namespace Rollout.Web.Components.Pages;

/// <summary>An address while it is being written.</summary>
internal sealed class AddressLine
{
    /// <summary>Key of the phase.</summary>
    public string Phase { get; set; } = "";

    /// <summary>The role a probe asks for.</summary>
    public string Role { get; set; } = "";

    /// <summary>The address.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it says.</summary>
    public TargetWish Wish => new(Phase, Role, Url.Trim());
}
