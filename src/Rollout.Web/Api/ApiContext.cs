using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>What endpoints take from the request once <see cref="ReadingFilter"/> has let it through.</summary>
internal static class ApiContext
{
    /// <summary>The view the query means.</summary>
    public static BoardView View(this HttpContext http) => http.Features.Get<BoardView>()!;

    /// <summary>The body the request brought.</summary>
    public static T Body<T>(this HttpContext http) where T : class => http.Features.Get<T>()!;

    /// <summary>Says that an endpoint takes a body in JSON, and shows one in OpenAPI.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="example">A body that would be taken.</param>
    public static RouteHandlerBuilder WithJson<T>(this RouteHandlerBuilder endpoint, string example) where T : class => endpoint
        .WithMetadata(new JsonBody<T>())
        .AddOpenApiOperationTransformer(async (operation, context, ct) =>
            operation.RequestBody = Described("application/json", await context.GetOrCreateSchemaAsync(typeof(T), null, ct), JsonNode.Parse(example)));
    /// <summary>Describes a body of files for OpenAPI.</summary>
    public static RouteHandlerBuilder WithFileBody(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        operation.RequestBody = Described("multipart/form-data", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["files"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = file } },
        }, null);
        return Task.CompletedTask;
    });

    /// <summary>Describes a body that is one file or text for OpenAPI.</summary>
    public static RouteHandlerBuilder WithFileOrText(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.RequestBody = Described("multipart/form-data", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        }, null);
        operation.RequestBody.Content!["text/plain"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return Task.CompletedTask;
    });

    private static OpenApiRequestBody Described(string mediaType, IOpenApiSchema schema, JsonNode? example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new() { Schema = schema, Example = example } },
    };

    /// <summary>Describes the query that every board answer takes, for OpenAPI.</summary>
    public static RouteHandlerBuilder WithBoardQuery(this RouteHandlerBuilder endpoint) => endpoint.WithQuery(BoardQuery);

    /// <summary>Describes the two instants alone, for OpenAPI.</summary>
    public static RouteHandlerBuilder WithInstants(this RouteHandlerBuilder endpoint) => endpoint.WithQuery([.. BoardQuery.Where(w => w.Name != "phase")]);

    /// <summary>Describes a query for OpenAPI.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="words">Its words, each with what it means.</param>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params (string Name, string Says)[] words) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var (name, says) in words)
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
