using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>The monitor's decision to let a status stand, as a request writes it.</summary>
internal sealed record UpholdBody(int? Version, string? Note) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake => Version is null or < 0 ? new("version", "number", $"{Version}", ["0, 1, 2…"], NotFound: false) : null;
}
