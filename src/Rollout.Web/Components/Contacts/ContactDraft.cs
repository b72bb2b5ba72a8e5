using Rollout.Core.Contacts;

namespace Rollout.Web.Components.Contacts;

/// <summary>A line of contacts while it is being typed.</summary>
public sealed class ContactDraft
{
    /// <summary>Number of the step; empty for everything.</summary>
    public string Step { get; set; } = "";

    /// <summary>The person's name.</summary>
    public string FullName { get; set; } = "";

    /// <summary>The office.</summary>
    public string Office { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>What was typed, as a line.</summary>
    public ContactLine Line => new(Step, FullName, Office, Phone, Email);

    /// <summary>A draft of a line that stands already.</summary>
    public static ContactDraft Of(ContactLine line) =>
        new() { Step = line.Step ?? "", FullName = line.FullName, Office = line.Office, Phone = line.Phone, Email = line.Email };
}
