using Rollout.Core.Contacts;

namespace Rollout.Web.Api;

/// <summary>A contact as the API takes and gives it.</summary>
/// <param name="Step">Number of the step it is for; null for everything.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Office">The office.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Email">E-mail address.</param>
public sealed record ContactBody(string? Step, string? Name, string? Office, string? Phone, string? Email)
{
    /// <summary>The answer's form of a line.</summary>
    public static ContactBody Of(ContactLine line) => new(line.Step, line.FullName, line.Office, line.Phone, line.Email);

    /// <summary>The line that is meant; what is missing is empty.</summary>
    public ContactLine Line() => new(Step, Name ?? "", Office ?? "", Phone ?? "", Email ?? "");
}
