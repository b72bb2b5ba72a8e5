namespace Rollout.Web.Quiet;

/// <summary>Who writes down when nobody is probed.</summary>
internal static class QuietServices
{
    public static void AddQuiet(this IServiceCollection services) => services.AddSingleton<QuietDesk>();
}
