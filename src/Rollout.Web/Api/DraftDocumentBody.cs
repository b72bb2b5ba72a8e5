namespace Rollout.Web.Api;

/// <summary>The document that a draft rests on; what is not known yet may be left out.</summary>
/// <param name="Number">Number and sign.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Date">Its date.</param>
public sealed record DraftDocumentBody(string? Number, string? Issuer, string? Date);
