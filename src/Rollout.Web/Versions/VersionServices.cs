using System.Text;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;
using Rollout.Storage.Versions;
using Rollout.Web.Accounts;

namespace Rollout.Web.Versions;

/// <summary>Registers what keeps versions of programmes, and lays them over the files at the start.</summary>
public static class VersionServices
{
    /// <summary>Adds the desk; nothing of it is made before somebody asks.</summary>
    public static IServiceCollection AddVersions(this IServiceCollection services) => services.AddSingleton<VersionReading>().AddSingleton<ProgrammeDesk>();

    /// <summary>The text of a version, or of what is served, as a file.</summary>
    public static void MapVersionTexts(this WebApplication app) =>
        app.MapGet("/admin/programmes/{key}/text", Download).RequireAuthorization(AccessServices.Administrator).ExcludeFromDescription();

    private static IResult Download(HttpContext http, ProgrammeDesk desk, string key, int? number) =>
        desk.Text(Caller.Of(http), key, number) is var answer && answer.Value is { } text ? Results.File(Encoding.UTF8.GetBytes(text), "application/yaml; charset=utf-8", CatalogOverlay.FileOf(key))
        : answer.Refused ? Results.Forbid() : Results.NotFound();

    /// <summary>The catalogue of the files with the newest version that was kept of each programme.</summary>
    public static ProgrammeCatalog With(this ProgrammeCatalog files, RolloutDatabase database) =>
        CatalogOverlay.Of(files, new ProgrammeVersions(database, TimeProvider.System).Newest());
}
