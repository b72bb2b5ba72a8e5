using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Palette;

/// <summary>
/// What the palette shows, fetched by the browser when it is first opened: nothing of it burdens a page or a circuit, and it stands on pages that
/// have no circuit too. What has not changed is not sent again.
/// </summary>
internal static class PaletteEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It is only ever sent as JSON: Vietnamese letters may stand as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void AddPalette(this IServiceCollection services) => services.AddSingleton<PaletteReading>();

    public static void MapPalette(this WebApplication app) => app.MapGet("/palette.json", Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext http, BoardReading boards, PaletteReading palette, ReadAccess access)
    {
        var person = Person.Of(http.User);
        var query = http.Request.Query;
        // An address with a mistake in it is a page too, from which one wants to go elsewhere.
        var view = !access.MayRead(http.User) ? null
            : boards.Read(query["programme"], query["phase"], query["asOf"], query["knownOn"]).View ?? boards.Read(null, null, null, null).View;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(palette.Of(view, person), Json);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Cookie";
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
    }
}
