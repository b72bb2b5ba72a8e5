using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>Identity for one piece of work.</summary>
public sealed class UserSession(AsyncServiceScope scope) : IAsyncDisposable
{
    // A hash of a password nobody knows, made once: what an unknown name is compared with, so that it takes as long as a known one.
    private static string? _nobody;

    /// <summary>Passwords, second factors, recovery codes.</summary>
    public UserManager<Account> Users { get; } = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    /// <summary>Takes as long as looking at a password.</summary>
    [SuppressMessage("Performance", "CA1806", Justification = "The time is what is wanted.")]
    public void PretendToCheck(string password)
    {
        var nobody = new Account();
        _nobody ??= Users.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        Users.PasswordHasher.VerifyHashedPassword(nobody, _nobody, password);
    }

    /// <summary>Does several things within one transaction, or none of them.</summary>
    public async Task<bool> AllOrNothingAsync(Func<Task<bool>> work)
    {
        await using var transaction = await scope.ServiceProvider.GetRequiredService<RolloutDb>().Database.BeginTransactionAsync();
        if (!await work()) return false;
        await transaction.CommitAsync();
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
