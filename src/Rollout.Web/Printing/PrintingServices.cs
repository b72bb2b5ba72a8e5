namespace Rollout.Web.Printing;

/// <summary>What printing needs; nothing of it runs before somebody prints.</summary>
internal static class PrintingServices
{
    public static void AddPrinting(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(_ => PrintingSettings.Of(configuration)).AddSingleton<PdfPrinter>();
}
