using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Web.Jobs;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;
using Rollout.Web.Versions;

namespace Rollout.Web.Commands;

/// <summary>
/// What commands beside the server share: the data folder, the programmes, the open ledger, the words, and the exit codes 0 done, 1 failed
/// with one clear line, 2 wrong usage.
/// </summary>
internal sealed class CommandContext : IDisposable
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private static Task<(ProgrammeCatalog? Catalog, ImmutableArray<Mistake> Mistakes)>? _ahead;

    private CommandContext(ServiceProvider services, ProgrammeCatalog catalog) => (Services, Catalog) = (services, catalog);

    public static Texts Texts { get; } = new(new StringLocalizer<Texts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    public ServiceProvider Services { get; }

    /// <summary>What the settings file and the environment say.</summary>
    public static IConfiguration Configuration { get; } =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();

    public ProgrammeCatalog Catalog { get; }

    /// <summary>The option that all commands take.</summary>
    public static Option<string> Data { get; } = new("--data") { DefaultValueFactory = _ => new RolloutSettings().DataFolder };

    /// <summary>Begins to read the programmes on another core: whoever starts a server waits for them longest.</summary>
    public static void ReadAhead() => _ahead = Task.Run(() => DataFiles.ReadAll(DataFiles.Folder));

    /// <summary>The programmes, or null after every mistake was written to standard error.</summary>
    public static ProgrammeCatalog? Programmes()
    {
        var (catalog, mistakes) = _ahead is { } ahead ? ahead.GetAwaiter().GetResult() : DataFiles.ReadAll(DataFiles.Folder);
        foreach (var mistake in mistakes) Console.Error.WriteLine(Texts.Say(mistake));
        return catalog;
    }

    /// <summary>Where everything is kept, by the same settings that the server reads.</summary>
    public static StorageOptions Storage(ParseResult parsed) => StorageSettings.Of(parsed.GetRequiredValue(Data), Configuration);

    /// <summary>Opens the ledger of a data folder, beside a running server if there is one.</summary>
    public static CommandContext? Open(ParseResult parsed)
    {
        if (Programmes() is not { } files) return null;
        var storage = Storage(parsed);
        var database = StorageServices.Database(storage);
        var catalog = files.With(database);
        var services = new ServiceCollection();
        services.AddSingleton(catalog).AddSingleton(TimeProvider.System).AddSingleton(ClockFile.ClockOf(storage.Folder, TimeProvider.System)).AddLogging();
        services.AddStorage(storage, database);
        services.AddSingleton<BaselineImport>();
        services.AddSingleton(Texts).AddSingleton<BoardReading>().AddSingleton<TrendReading>().AddSingleton<MapOutlines>().AddSingleton<DocumentReading>();
        services.AddProbing(Configuration, storage, demo: false);
        services.AddSweeps(new(null));
        var provider = services.BuildServiceProvider();
        provider.OpenStorage();
        return new(provider, catalog);
    }

    /// <summary>Fails with one clear line.</summary>
    public static int Fail(string line)
    {
        Console.Error.WriteLine(line);
        return Failed;
    }

    /// <inheritdoc/>
    public void Dispose() => Services.Dispose();
}
