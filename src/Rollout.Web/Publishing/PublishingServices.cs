namespace Rollout.Web.Publishing;

/// <summary>What pages and the API do with publications; nothing of it wakes before somebody asks.</summary>
internal static class PublishingServices
{
    public static void AddPublishing(this IServiceCollection services) => services.AddSingleton<PublicationReading>().AddSingleton<EditionPrinting>().AddSingleton<PublicationDesk>();
}
