using Rollout.Core.Steps;

namespace Rollout.Web.Api;

/// <summary>A document that a change rests on; what is not known may be left out.</summary>
internal sealed record DocumentBody(string? Number, string? Issuer, string? Date)
{
    /// <summary>The reference; null when nothing is known of it.</summary>
    public DocumentReference? Reference =>
        new DocumentReference(Number?.Trim() ?? "", Issuer?.Trim() ?? "", Date?.Trim() ?? "") is var document && document == new DocumentReference("", "", "") ? null : document;
}
