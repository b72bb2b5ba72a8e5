namespace Rollout.Core.Contacts;

/// <summary>Somebody whom one may call: of a participant or an agency, for everything or for one step.</summary>
/// <param name="Step">Number of the step; null for everything.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Office">The office.</param>
/// <param name="Phone">A telephone number as people write it: digits, spaces and plus signs.</param>
/// <param name="Email">An e-mail address.</param>
public sealed record ContactLine(string? Step, string FullName, string Office, string Phone, string Email);
