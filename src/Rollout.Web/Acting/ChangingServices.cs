namespace Rollout.Web.Acting;

/// <summary>What pages and the API change alike, beside the ledger.</summary>
internal static class ChangingServices
{
    public static void AddChanging(this IServiceCollection services) => services.AddSingleton<AddressBook>().AddSingleton<ContentRemoval>();
}
