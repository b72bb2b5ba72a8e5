using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Settings;

namespace Rollout.Web.Components.Guide;

/// <summary>The help of a page and the demo's tour, drawn when somebody asks for them: they burden no page.</summary>
internal static class GuideEndpoints
{
    public static void MapGuide(this WebApplication app)
    {
        app.MapGet("/help/page", Page).ExcludeFromDescription();
        app.MapGet("/help/tour", Tour).ExcludeFromDescription();
    }

    // The generator of request delegates does not see types that come of razor files: they may not stand in the signature.
    private static IResult Page(HttpContext http, BoardReading boards, ReadAccess access, string? path, string? programme)
    {
        if (string.IsNullOrEmpty(path)) return Results.LocalRedirect("/help");
        var view = access.MayRead(http.User) ? boards.Read(programme, null, null, null).View ?? boards.Read(null, null, null, null).View : null;
        return new RazorComponentResult<GuideSheet>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(GuideSheet.Page)] = GuidePages.Of(path),
            [nameof(GuideSheet.Programme)] = view?.Programme,
            [nameof(GuideSheet.Person)] = Person.Of(http.User),
        });
    }

    private static IResult Tour(RolloutSettings settings) => settings.Demo ? new RazorComponentResult<TourSteps>() : Results.NotFound();
}
