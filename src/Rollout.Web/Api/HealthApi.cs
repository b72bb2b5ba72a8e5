using System.Data.Common;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Api;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthApi
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => "live").ExcludeFromDescription();
        app.MapGet("/healthz/ready", Ready).ExcludeFromDescription();
    }

    private static IResult Ready(RolloutDatabase database, BoardStore boards)
    {
        if (boards.BrokenAt is { } seq) return TypedResults.Json(new { Status = "ledgerBroken", Seq = seq }, statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            return TypedResults.Ok(new { Status = "ready", Seq = boards.Current.Seq, Database = database.Version() });
        }
        catch (DbException e)
        {
            return TypedResults.Json(new { Status = "database", Reason = e.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
