using System.Collections.Immutable;
using System.Text.Json;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;
using Rollout.Web.Settings;

namespace Rollout.Web.Accounts;

/// <summary>
/// The accounts everybody may try, from <c>data/demo-accounts.json</c>; only the demo has this service. They are made when somebody first
/// comes to the sign-in page, since making them wakes Identity and EF.
/// </summary>
public sealed class DemoAccounts(AccountTable accounts, UserDirectory directory, MandateCheck mandates, TimeProvider time) : IDisposable
{
    private readonly Lazy<DemoList> _list = new(Read);
    private readonly SemaphoreSlim _gate = new(1);
    private bool _made;

    /// <summary>The password of all of them, which the sign-in page says.</summary>
    public string Password => _list.Value.Password;

    /// <summary>Who they are; those whose agency or participant no programme has are left out.</summary>
    public ImmutableArray<AccountFields> All => [.. _list.Value.Accounts.Where(a => mandates.Mistake(a.Role) is null)];

    /// <summary>Makes those that are missing.</summary>
    public async Task EnsureAsync()
    {
        if (Volatile.Read(ref _made)) return;
        await _gate.WaitAsync();
        try
        {
            if (!_made) await MakeAsync();
            Volatile.Write(ref _made, true);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task MakeAsync()
    {
        var missing = All.Where(a => accounts.FindByName(a.UserName) is null).ToList();
        if (missing.Count == 0) return;
        await using var session = directory.Open();
        // One hash for all: the password is public, and a hash takes its time by design.
        var hash = session.Users.PasswordHasher.HashPassword(new(), Password);
        foreach (var fields in missing)
            await session.Users.CreateAsync(new Account
            {
                UserName = fields.UserName,
                FullName = fields.FullName,
                Role = fields.Role,
                Office = fields.Office,
                PasswordHash = hash,
                CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            });
    }

    private static DemoList Read() =>
        JsonSerializer.Deserialize<DemoList>(File.ReadAllText(Path.Combine(DataFiles.Folder, "demo-accounts.json")), JsonSerializerOptions.Web)!;

    private sealed record DemoList(string Password, ImmutableArray<AccountFields> Accounts);
}
