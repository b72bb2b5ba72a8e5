namespace Rollout.Core.Steps;

/// <summary>The document a change rests on.</summary>
/// <param name="Number">Number and sign.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Date">Its date as written.</param>
public sealed record DocumentReference(string Number, string Issuer, string Date);
