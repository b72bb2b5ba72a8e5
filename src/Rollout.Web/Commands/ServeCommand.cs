using System.CommandLine;
using System.Data.Common;
using Rollout.Web.Hosting;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>serve</c>, and the demo that runs when nothing is said.</summary>
internal static class ServeCommand
{
    /// <summary>Its name.</summary>
    public const string Key = "serve";

    private const double DemoSpeed = 3600;

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { DefaultValueFactory = _ => new RolloutSettings().Urls };
        var demo = new Option<bool>("--demo");
        var speed = new Option<double>("--demo-speed") { DefaultValueFactory = _ => DemoSpeed };
        var scenario = new Option<string?>("--demo-scenario");
        var command = new Command(Key) { urls, CommandContext.Data, demo, speed, scenario };
        command.SetAction((parsed, ct) => RunAsync(
            new()
            {
                DataFolder = parsed.GetRequiredValue(CommandContext.Data),
                Urls = parsed.GetRequiredValue(urls),
                DemoSpeed = parsed.GetValue(demo) ? parsed.GetValue(speed) : null,
                DemoStory = parsed.GetValue(scenario),
            },
            ct));
        return command;
    }

    /// <summary>The demo keeps its data apart from a real installation's.</summary>
    public static Task<int> RunDemoAsync(CancellationToken ct) =>
        RunAsync(new() { DataFolder = new RolloutSettings().DataFolder + "-demo", DemoSpeed = DemoSpeed }, ct);

    private static async Task<int> RunAsync(RolloutSettings settings, CancellationToken ct)
    {
        try
        {
            var begun = RolloutServer.Begin(settings);
            if (CommandContext.Programmes() is not { } catalog) return CommandContext.Failed;
            await using var app = RolloutServer.Finish(begun, settings, catalog);
            await ((IHost)app).RunAsync(ct);
            return CommandContext.Done;
        }
        catch (Exception e) when (e is IOException or Simulator.ScenarioException or Microsoft.Extensions.Options.OptionsValidationException or DbException)
        {
            return CommandContext.Fail(e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException || (e as AggregateException)?.InnerExceptions.All(inner => inner is OperationCanceledException) == true)
        {
            return CommandContext.Fail(CommandContext.Texts["command.cut"]);
        }
    }
}
