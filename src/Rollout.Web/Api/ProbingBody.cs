using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>What a participant says of being probed, as a request writes it.</summary>
internal sealed record ProbingBody(string? Consent, string? Note) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        Words.Find<ProbingConsent>(Consent) is null ? new("consent", "unknown", Consent ?? "", [.. Words.All<ProbingConsent>()], NotFound: false) : null;
}
