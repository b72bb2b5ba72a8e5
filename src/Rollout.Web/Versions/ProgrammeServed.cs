using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Web.Versions;

/// <summary>A programme as this node serves it, and the versions of it that are kept.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Item">What is served; null while a new one waits for the start.</param>
/// <param name="Kept">The versions, the newest first, without their texts.</param>
/// <param name="Passed">The newest version, when it could not be taken at the start.</param>
public sealed record ProgrammeServed(string Key, ProgrammeCatalog.Item? Item, ImmutableArray<ProgrammeVersion> Kept, PassedVersion? Passed)
{
    /// <summary>The version that takes effect when the server is started again; null when the newest is served, or was passed over.</summary>
    public ProgrammeVersion? Waiting => Kept is [var newest, ..] && newest.Number > Math.Max(Item?.Origin?.Version?.Number ?? 0, Passed?.Version.Number ?? 0) ? newest : null;
}
