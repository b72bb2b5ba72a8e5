using System.Collections.Immutable;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Web.Api;

/// <summary>A file that was uploaded before, and the name it shall bear.</summary>
internal sealed record FileBody(string? Hash, string? Name)
{
    /// <summary>The files of a body.</summary>
    public static ValueList<FileReference> References(ImmutableArray<FileBody>? files) =>
        files is { IsDefaultOrEmpty: false } given ? new([.. given.Select(f => new FileReference(f.Hash ?? "", f.Name ?? ""))]) : [];
}
