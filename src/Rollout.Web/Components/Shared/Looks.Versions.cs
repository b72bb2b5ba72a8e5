using Rollout.Core.Versions;
using Rollout.Core.Wording;
using Rollout.Web.Versions;

namespace Rollout.Web.Components.Shared;

/// <summary>The looks of programmes' versions.</summary>
public static partial class Looks
{
    /// <summary>The look of a programme as this node serves it.</summary>
    public static Look OfVersion(ProgrammeServed served) => served switch
    {
        { Waiting: not null } => new("versions.is.waiting", "is-waiting", "hourglass"),
        { Passed: not null } => new("versions.is.passed", "is-fail", "alert"),
        _ => new("versions.is.served", "is-done", "check"),
    };

    /// <summary>The look of what becomes of something.</summary>
    public static Look OfFate(ItemFate fate)
    {
        var (css, sign) = fate switch { ItemFate.Added => ("is-done", "check"), ItemFate.Changed => ("is-progress", "half"), _ => ("is-blocked", "stop") };
        return new($"versions.fate.{Words.Of(fate)}", css, sign);
    }

    /// <summary>The look of what a cell shows.</summary>
    public static Look Of(CellSight sight) => !sight.Concerns ? NotApplicable : sight.Status is { } status ? Of(status) : Unknown;
}
