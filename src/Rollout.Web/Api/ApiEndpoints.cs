using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The API under <c>/api/v1</c>, a group with one filter, described at <c>/openapi/v1.json</c>.</summary>
internal static class ApiEndpoints
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<StatusListsBytes>();
        services.AddSingleton<PublicationAnswers>().AddSingleton<PublicationCalls>();
        services.AddSingleton<ReportTurn>().AddSingleton<ReportDownload>();
        services.AddProblemDetails();
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, context, _) =>
        {
            document.Info.Title = context.ApplicationServices.GetRequiredService<Texts>()["app.title"];
            document.Info.Version = "1";
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1").AddEndpointFilter<RouteGroupBuilder, ReadingFilter>().WithTags("v1");
        api.MapProgrammes();
        api.MapVersions();
        api.MapStatusLists();
        api.MapMovement();
        api.MapFigures();
        api.MapDeadlines();
        api.MapMeasures();
        api.MapFigureSheets();
        api.MapCollection();
        api.MapPace();
        api.MapSuccessors();
        api.MapSteps();
        api.MapLedger();
        api.MapContacts();
        app.MapActivityFiles();
        api.MapFiles();
        api.MapRemovals();
        api.MapEndpointsOfParticipants();
        api.MapDrafts();
        api.MapProbes();
        api.MapProbing();
        api.MapMaintenance();
        api.MapVendors();
        api.MapMinutes();
        api.MapPublications();
        api.MapAppendices();
        api.MapDocuments();
        api.MapOperations();
        api.MapRebinding();
        // No MapFallback: the generator of request delegates forgets the pattern of one, and every wrong address of a page would be answered so.
        app.Map("/api/{**rest}", (HttpContext http, Texts texts) => Problems.Of(new("path", "path", http.Request.Path, ["/openapi/v1.json"], NotFound: true), texts))
            .WithOrder(int.MaxValue).ExcludeFromDescription();
    }
}
