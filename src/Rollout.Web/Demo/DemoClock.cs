using Rollout.Simulator;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Time;
using Rollout.Web.Settings;

namespace Rollout.Web.Demo;

/// <summary>The fast setting of <see cref="DomainClock"/>: from the scenario's start, or on from the last entry after a restart.</summary>
internal static class DemoClock
{
    public static DomainClock Start(StorageOptions storage, RolloutSettings settings)
    {
        var (scenario, speed) = (DemoScenario.Read(settings), settings.DemoSpeed!.Value);
        var database = StorageServices.Database(storage);
        database.Migrate();
        var last = LastEntry(database);
        var start = last > scenario.Start ? last.Value : scenario.Start;
        new ClockFile(TimeProvider.System.GetUtcNow(), start, speed, scenario.End).Write(storage.Folder);
        return DomainClock.Fast(TimeProvider.System, start, speed, scenario.End);
    }

    private static DateTimeOffset? LastEntry(RolloutDatabase database)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(recorded_at) FROM ledger";
        return command.ExecuteScalar() is long milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
