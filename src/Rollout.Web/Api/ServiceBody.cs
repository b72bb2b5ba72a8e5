using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>Whether a participant's service runs, since when and why.</summary>
internal sealed record ServiceBody(string? State, string? At, string? Note) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        Words.Find<ServiceState>(State) is null ? new("state", "unknown", State ?? "", [.. Words.All<ServiceState>()], NotFound: false)
        : !HanoiTime.TryReadSince(At, out _) ? new("at", "instant", At!, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false)
        : null;
}
