namespace Rollout.Web.Acting;

/// <summary>What pages and the API change alike.</summary>
internal static class ActingServices
{
    public static void AddActing(this IServiceCollection services) => services.AddSingleton<Desk>().AddSingleton<DraftDesk>().AddSingleton<AddressBook>().AddSingleton<ContentRemoval>().AddSingleton<ProberCard>();
}
