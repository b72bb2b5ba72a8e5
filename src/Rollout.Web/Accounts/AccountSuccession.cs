using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;
using Rollout.Storage.Time;

namespace Rollout.Web.Accounts;

/// <summary>Binds accounts of participants that were taken over to who took them over: an administrator sees each before and after, and says which.</summary>
public sealed class AccountSuccession(AdminGate gate, AccountTable accounts, ProgrammeCatalog catalog, SecurityLog log, DomainClock clock)
{
    /// <summary>The accounts that would be bound anew, by user name; nothing is written.</summary>
    public AdminAnswer<ImmutableArray<Rebinding>> Preview(Caller caller) => gate.Lets(caller, "accounts") ? All() : AdminGate.Refusal;

    /// <summary>Binds accounts anew, all of them or none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="seen">The ids, each with the role that was seen: one that was changed meanwhile is not bound by what nobody saw.</param>
    /// <returns>The accounts with their new roles.</returns>
    public AdminAnswer<ImmutableArray<Rebinding>> Bind(Caller caller, IReadOnlyCollection<(string Id, string Role)> seen)
    {
        if (!gate.Lets(caller, "accounts")) return AdminGate.Refusal;
        if (seen.Count == 0) return new FieldMistake("accounts", Message.Of("rebinding.none"));
        var all = All().ToDictionary(r => r.Account.Id, StringComparer.Ordinal);
        var wanted = seen.DistinctBy(s => s.Id, StringComparer.Ordinal).ToList();
        if (wanted.Exists(s => accounts.Find(s.Id) is null)) return new FieldMistake("accounts", Message.Of("account.unknown"));
        if (wanted.Exists(s => !all.TryGetValue(s.Id, out var found) || found.Account.Role != s.Role)) return Stale;
        foreach (var (account, role) in wanted.Select(s => all[s.Id]))
        {
            accounts.Edit(account.Id, account.FullName, role, account.Office, account.Email);
            log.Write(SecurityKinds.Changed, account.UserName, caller.Name, caller.Address, $"role: {account.Role} → {role}");
        }
        return wanted.Select(s => all[s.Id]).ToImmutableArray();
    }

    /// <summary>Said where an account is no more what was seen.</summary>
    public static FieldMistake Stale { get; } = new("accounts", Message.Of("rebinding.stale"));

    private ImmutableArray<Rebinding> All()
    {
        var day = HanoiTime.DayOf(clock.Now);
        return
        [
            .. from account in accounts.All()
               let heirs = Mandate.TryParse(account.Role, out var mandate) ? Succession.Of(mandate, catalog.Lineages, day) : null
               where heirs is not null
               select new Rebinding(account, heirs.ToString()),
        ];
    }
}
