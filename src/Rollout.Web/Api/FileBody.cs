using System.Collections.Immutable;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A file that was brought before, and the name it shall bear.</summary>
internal sealed record FileBody(string? Hash, string? Name)
{
    /// <summary>What cannot be understood of the files of a body.</summary>
    public static QueryMistake? Mistake(ImmutableArray<FileBody?>? files) =>
        files is { IsDefaultOrEmpty: false } given && given.Any(f => f is not { Hash: not null, Name: not null })
            ? new("$.files", "body", "", ["hash", "name"], NotFound: false) : null;

    /// <summary>The files of a body.</summary>
    public static ValueList<FileReference> References(ImmutableArray<FileBody?>? files) =>
        files is { IsDefaultOrEmpty: false } given ? new([.. given.Select(f => new FileReference(f!.Hash!, f.Name!))]) : [];
}
