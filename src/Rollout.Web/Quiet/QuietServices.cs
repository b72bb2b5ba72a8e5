namespace Rollout.Web.Quiet;

/// <summary>When nobody is probed.</summary>
internal static class QuietServices
{
    public static void AddQuiet(this IServiceCollection services) => services.AddSingleton<QuietHours>().AddSingleton<QuietDesk>();
}
