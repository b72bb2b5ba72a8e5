using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>
/// Keeps second factors so that the database alone gives none away: the secret of an app is encrypted by the keys that sign the cookies, recovery
/// codes are hashed like passwords. What was written before is still read as it stands.
/// </summary>
internal sealed class SecretStore(RolloutDb db, IDataProtectionProvider protection) : UserOnlyStore<Account, RolloutDb>(db)
{
    private const string Place = "[AspNetUserStore]", Codes = "RecoveryCodes", Encrypted = "p1.", Hashed = "h1.";
    private const int Iterations = 210_000, Length = 32, SaltLength = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("rollout.secondFactor");

    /// <inheritdoc/>
    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, Encrypted + _protector.Protect(key), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        var kept = await base.GetAuthenticatorKeyAsync(user, cancellationToken);
        if (kept is null || !kept.StartsWith(Encrypted, StringComparison.Ordinal)) return kept;
        try
        {
            return _protector.Unprotect(kept[Encrypted.Length..]);
        }
        catch (CryptographicException)
        {
            // The keys were lost, by a restore of the database alone: no code is right any more, and an administrator gives a new way in.
            return null;
        }
    }

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(c => Hash(c, salt))], cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Place, Codes, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (kept.Length == 0) return false;
        var shown = kept[0].StartsWith(Hashed, StringComparison.Ordinal) ? Hash(code, Convert.FromBase64String(kept[0].Split('.')[1])) : code;
        var left = Array.FindAll(kept, k => !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(k), Encoding.UTF8.GetBytes(shown)));
        if (left.Length == kept.Length) return false;
        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    /// <summary>All codes of a set share its salt, so that one that is shown is hashed once.</summary>
    private static string Hash(string code, byte[] salt) =>
        $"{Hashed}{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(code, salt, Iterations, HashAlgorithmName.SHA512, Length))}";
}
