using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Storage.Ledgers;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Mixed;

/// <summary>
/// A server of everything that the repository ships and of a programme that nobody ordered (<c>dikes.yaml</c>), which has one of every shape; all
/// published states are imported.
/// </summary>
public sealed class AllProgrammes : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rollout-data-");

    public RunningServer Server { get; private set; } = null!;

    public ProgrammeCatalog Catalog { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var folder in (string[])["participants", "holidays", "programmes"]) Copy(Repository.Data(folder), _data.CreateSubdirectory(folder));
        var programmes = Path.Combine(_data.FullName, "programmes");
        File.Copy(Beside("dikes.yaml"), Path.Combine(programmes, "dikes.yaml"));
        File.Copy(Beside("september.json"), Path.Combine(Directory.CreateDirectory(Path.Combine(programmes, "dikes")).FullName, "september.json"));
        var (catalog, mistakes) = DataFiles.ReadAll(_data.FullName);
        Assert.Empty(mistakes);
        Catalog = catalog!;
        Server = new() { Catalog = Catalog };
        await Server.InitializeAsync();
        var import = Server.Services.GetRequiredService<BaselineImport>();
        foreach (var item in Catalog.All)
            foreach (var source in item.Programme.Baselines)
            {
                var outcome = await import.RunAsync(item, source, DataFiles.Baseline(_data.FullName, item.Programme.Key, source.File), TestContext.Current.CancellationToken);
                Assert.Equal((null, 0, 0, 0), (outcome.Refusal, outcome.Mistakes.Length, outcome.Left.Length, outcome.FiguresLeft.Length));
            }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static string Beside(string file) => Path.Combine(Repository.Root, "tests", "Rollout.Web.Tests", "Mixed", file);

    private static void Copy(string from, DirectoryInfo to)
    {
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to.FullName, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) Copy(folder, to.CreateSubdirectory(Path.GetFileName(folder)));
    }
}
