using Microsoft.AspNetCore.Identity;

namespace Rollout.Storage.Database;

/// <summary>A person's account: name and password by Identity, role and office by us.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The person's name, shown to those who are signed in.</summary>
    public string FullName { get; set; } = "";

    /// <summary>The role as a word: <c>monitor</c>, <c>agency:KEY</c>, <c>participant:SET/CODE[,SET/CODE…]</c>, <c>vendor:SET/CODE…</c>, <c>approver</c>, <c>reader</c>, <c>admin</c>.</summary>
    public string Role { get; set; } = "";

    /// <summary>The office that documents print beside what this person does; empty where there is none.</summary>
    public string Office { get; set; } = "";

    /// <summary>When it was made, milliseconds since 1970-01-01Z.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Since when it may not sign in any more; null while it may.</summary>
    public long? DisabledAt { get; set; }

    /// <summary>When its person last signed in.</summary>
    public long? LastSignInAt { get; set; }

    /// <summary>Whether the next sign-in asks for a password of the person's own choice.</summary>
    public bool MustChangePassword { get; set; }
}
