namespace Rollout.Web.Demo;

/// <summary>Adds the demo: the country and its people.</summary>
internal static class DemoServices
{
    public static void AddDemo(this IServiceCollection services) => services.AddHostedService<DemoCountry>().AddHostedService<DemoVendors>();
}
