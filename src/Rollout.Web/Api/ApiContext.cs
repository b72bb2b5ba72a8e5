using Microsoft.OpenApi;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>What endpoints take from the request once <see cref="ReadingFilter"/> has let it through.</summary>
internal static class ApiContext
{
    /// <summary>The view the query means.</summary>
    public static BoardView View(this HttpContext http) => http.Features.Get<BoardView>()!;

    /// <summary>Describes the query that every board answer takes, for OpenAPI.</summary>
    public static RouteHandlerBuilder WithBoardQuery(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var (name, says) in BoardQuery)
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = says,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        return Task.CompletedTask;
    });

    private static readonly (string Name, string Says)[] BoardQuery =
    [
        ("phase", "Key of a phase; the programme's first when absent"),
        ("asOf", "What was true: a date (the end of that day in Asia/Ho_Chi_Minh) or an instant with its offset; now when absent"),
        ("knownOn", "What was known: as asOf"),
    ];
}
