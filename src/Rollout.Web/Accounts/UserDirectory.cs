using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>
/// ASP.NET Core Identity over the accounts, in a container of its own that is made when somebody first signs in: waking Identity and EF
/// costs more than all the rest of a start, and a visitor who only reads needs neither.
/// </summary>
public sealed class UserDirectory(RolloutDatabase database, IDataProtectionProvider protection, ILoggerFactory logs) : IAsyncDisposable
{
    // OWASP's figure for PBKDF2 with SHA-512.
    private const int Iterations = 210_000;

    private readonly Lazy<ServiceProvider> _identity = new(() => Build(database, protection, logs));

    /// <summary>Identity for one piece of work.</summary>
    public UserSession Open() => new(_identity.Value.CreateAsyncScope());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _identity.IsValueCreated ? _identity.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static ServiceProvider Build(RolloutDatabase database, IDataProtectionProvider protection, ILoggerFactory logs)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs).AddSingleton(protection).AddLogging();
        services.AddScoped(_ => database.Open());
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Iterations);
        services.AddIdentityCore<Account>(o =>
        {
            // PasswordRule says the same to people; length counts, kinds of letters do not.
            o.Password.RequiredLength = PasswordRule.Least;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = AccountTable.MostAttempts;
            o.Lockout.DefaultLockoutTimeSpan = AccountTable.LockTime;
        }).AddEntityFrameworkStores<RolloutDb>().AddUserStore<SecretStore>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        return services.BuildServiceProvider();
    }
}
