using System.Collections.Immutable;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>What administrators do to the keys of other systems.</summary>
public sealed class KeyAdministration(AdminGate gate, ApiKeys keys, MandateCheck mandates, SecurityLog log)
{
    /// <summary>All keys, the newest first.</summary>
    public AdminAnswer<ImmutableArray<ApiKeyLine>> All(Caller caller) => gate.Lets(caller, "keys") ? keys.All() : AdminGate.Refusal;

    /// <summary>Makes a key; the answer is the key itself, which is never shown again.</summary>
    public AdminAnswer<string> Create(Caller caller, string name, string role)
    {
        if (!gate.Lets(caller, "keys")) return AdminGate.Refusal;
        (name, role) = (name.Trim(), role.Trim());
        var mistakes = ImmutableArray.CreateBuilder<FieldMistake>();
        if (name.Length is 0 or > 100) mistakes.Add(new("name", Message.Of("key.name", "100")));
        if (mandates.Mistake(role) is { } mistake) mistakes.Add(new("role", mistake));
        if (mistakes.Count > 0) return new(null, mistakes.ToImmutable());
        var key = keys.Create(name, role, caller.Name);
        log.Write(SecurityKinds.KeyCreated, name, caller.Name, caller.Address, $"role: {role}");
        return key;
    }

    /// <summary>Makes a key worth nothing, with every session that began with it.</summary>
    public AdminAnswer<ApiKeyLine> Revoke(Caller caller, long id)
    {
        if (!gate.Lets(caller, "keys")) return AdminGate.Refusal;
        if (keys.Find(id) is not { } key || !keys.Revoke(id)) return new FieldMistake("", Message.Of("key.unknown"));
        log.Write(SecurityKinds.KeyRevoked, key.Name, caller.Name, caller.Address, $"role: {key.Role}");
        return key;
    }
}
