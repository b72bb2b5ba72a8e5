using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Database;
using Rollout.Web.Accounts;

namespace Rollout.Web.Tests.Hosting;

/// <summary>Accounts of invented people for tests.</summary>
internal static class TestAccounts
{
    public const string Password = "một mật khẩu để thử";

    private static int _count;

    /// <summary>Makes an account as it is once its person has set a password.</summary>
    public static async Task<string> MakeAsync(IServiceProvider services, string role, string office, string? userName)
    {
        userName ??= $"{role.Split(':')[0]}{Interlocked.Increment(ref _count)}";
        await using var session = services.GetRequiredService<UserDirectory>().Open();
        var made = await session.Users.CreateAsync(new Account { UserName = userName, FullName = "Người dùng thử", Role = role, Office = office, CreatedAt = 1 }, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        return userName;
    }
}
