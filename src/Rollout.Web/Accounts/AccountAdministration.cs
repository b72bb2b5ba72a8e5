using System.Collections.Immutable;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>What administrators do to accounts. They never type a password for somebody: each new account and each reset gives a one-time link.</summary>
public sealed class AccountAdministration(
    AdminGate gate, UserDirectory directory, AccountTable accounts, Invitations invitations, MandateCheck mandates, SecurityLog log, TimeProvider time)
{
    /// <summary>All accounts.</summary>
    public AdminAnswer<ImmutableArray<AccountLine>> All(Caller caller) => gate.Lets(caller, "accounts") ? accounts.All() : AdminGate.Refusal;

    /// <summary>One account.</summary>
    public AdminAnswer<AccountLine> Find(Caller caller, string id) =>
        !gate.Lets(caller, "accounts") ? AdminGate.Refusal : accounts.Find(id) is { } account ? account : Unknown;

    /// <summary>Makes an account; the answer is the token of its link.</summary>
    public async Task<AdminAnswer<string>> CreateAsync(Caller caller, AccountFields fields)
    {
        if (!gate.Lets(caller, "accounts")) return AdminGate.Refusal;
        fields = fields.Trimmed();
        var mistakes = Mistakes(fields).ToImmutableArray();
        if (!mistakes.IsEmpty) return new(null, mistakes);
        await using var session = directory.Open();
        return await MakeAsync(session, caller, fields) is { } id ? invitations.Create(id) : Taken(fields.UserName);
    }

    /// <summary>What is wrong with a list of accounts; nothing is written.</summary>
    public AdminAnswer<ImmutableArray<ImportLine>> Preview(Caller caller, string csv) => gate.Lets(caller, "accounts") ? Read(csv) : AdminGate.Refusal;

    /// <summary>Makes all the accounts of a list, or none; the answer is each with its token.</summary>
    public async Task<AdminAnswer<ImmutableArray<(AccountFields Fields, string Token)>>> ImportAsync(Caller caller, string csv)
    {
        if (!gate.Lets(caller, "accounts")) return AdminGate.Refusal;
        var lines = Read(csv);
        if (lines.IsEmpty || lines.Any(l => !l.Mistakes.IsEmpty)) return new FieldMistake("csv", Message.Of("import.mistakes"));
        await using var session = directory.Open();
        // One transaction around all: a name that was taken meanwhile takes the others with it.
        if (!await session.AllOrNothingAsync(() => AddAllAsync(session, lines))) return new FieldMistake("csv", Message.Of("import.mistakes"));
        foreach (var line in lines) LogCreated(caller, line.Fields);
        return lines.Select(l => (l.Fields, invitations.Create(accounts.FindByName(l.Fields.UserName)!.Id))).ToImmutableArray();
    }

    /// <summary>Changes name, role, office and address.</summary>
    public AdminAnswer<AccountLine> Edit(Caller caller, string id, AccountFields fields)
    {
        if (!gate.Lets(caller, "accounts")) return AdminGate.Refusal;
        if (accounts.Find(id) is not { } account) return Unknown;
        fields = fields.Trimmed() with { UserName = account.UserName };
        var mistakes = fields.Mistakes(mandates).ToImmutableArray();
        if (!mistakes.IsEmpty) return new(null, mistakes);
        var changed = fields.ChangedFrom(account);
        if (changed.IsEmpty) return account;
        if (!accounts.Edit(id, fields.FullName, fields.Role, fields.Office, fields.Email)) return LastAdministrator with { Field = "role" };
        log.Write(SecurityKinds.Changed, account.UserName, caller.Name, caller.Address, string.Join("; ", changed));
        return accounts.Find(id)!;
    }

    /// <summary>Closes an account and ends its sessions at once.</summary>
    public AdminAnswer<AccountLine> Disable(Caller caller, string id) => Change(caller, id, SecurityKinds.Disabled, accounts.Disable);

    /// <summary>Opens it again.</summary>
    public AdminAnswer<AccountLine> Enable(Caller caller, string id) => Change(caller, id, SecurityKinds.Enabled, one =>
    {
        accounts.Enable(one);
        return true;
    });

    /// <summary>Takes away password and second factor, ends its sessions, and gives a new link.</summary>
    public AdminAnswer<string> Reset(Caller caller, string id) =>
        Change(caller, id, SecurityKinds.Reset, accounts.Reset) is { Mistakes: var mistakes, Ok: false } ? new AdminAnswer<string>(null, mistakes) : invitations.Create(id);

    private static FieldMistake LastAdministrator { get; } = new("", Message.Of("account.lastAdministrator"));

    private static FieldMistake Unknown { get; } = new("", Message.Of("account.unknown"));

    private static FieldMistake Taken(string userName) => new("userName", Message.Of("account.taken", userName));

    private AdminAnswer<AccountLine> Change(Caller caller, string id, string kind, Func<string, bool> change)
    {
        if (!gate.Lets(caller, "accounts")) return AdminGate.Refusal;
        if (accounts.Find(id) is not { } account) return Unknown;
        if (!change(id)) return LastAdministrator;
        log.Write(kind, account.UserName, caller.Name, caller.Address, "");
        return accounts.Find(id)!;
    }

    private ImmutableArray<ImportLine> Read(string csv) => AccountCsv.Read(csv, mandates, name => accounts.FindByName(name) is not null);

    private IEnumerable<FieldMistake> Mistakes(AccountFields fields) =>
        accounts.FindByName(fields.UserName) is null ? fields.Mistakes(mandates) : fields.Mistakes(mandates).Append(Taken(fields.UserName));

    private async Task<bool> AddAllAsync(UserSession session, ImmutableArray<ImportLine> lines)
    {
        foreach (var line in lines)
            if (await AddAsync(session, line.Fields) is null) return false;
        return true;
    }

    private async Task<string?> MakeAsync(UserSession session, Caller caller, AccountFields fields)
    {
        var id = await AddAsync(session, fields);
        if (id is not null) LogCreated(caller, fields);
        return id;
    }

    private async Task<string?> AddAsync(UserSession session, AccountFields fields)
    {
        var account = new Account
        {
            UserName = fields.UserName,
            FullName = fields.FullName,
            Role = fields.Role,
            Office = fields.Office,
            Email = fields.Email.Length > 0 ? fields.Email : null,
            CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return (await session.Users.CreateAsync(account)).Succeeded ? account.Id : null;
    }

    private void LogCreated(Caller caller, AccountFields fields) => log.Write(SecurityKinds.Created, fields.UserName, caller.Name, caller.Address, $"role: {fields.Role}");
}
