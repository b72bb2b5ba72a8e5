using Rollout.Core.Baselines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>Every programme that the repository keeps, read as the program reads them.</summary>
internal static class Shipped
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data", "programmes");

    public static IReadOnlyDictionary<string, ParticipantSet> Sets { get; } = new[] { LienThong.Provinces, Support.Sets.Provinces34, Support.Sets.Central }
        .ToDictionary(s => s.Key, StringComparer.Ordinal);

    public static IEnumerable<string> Keys { get; } = [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static string Text(string key) => Repository.Text("data", "programmes", $"{key}.yaml");

    public static ProgrammeReading Read(string key) => ProgrammeYaml.Read($"{key}.yaml", Text(key), [.. Sets.Keys]);

    public static Programme Programme(string key) => Read(key) is { Programme: { } programme, Mistakes.IsEmpty: true } ? programme : throw new InvalidDataException(key);

    public static ParticipantSet Participants(Programme programme) => ParticipantSet.Together([.. programme.ParticipantSets.Select(s => Sets[s])]);

    public static Scribe Empty(string key)
    {
        var programme = Programme(key);
        return new(programme, Participants(programme));
    }

    /// <summary>A ledger that starts from the programme's published states; nothing of them may be refused.</summary>
    public static Scribe WithBaselines(string key)
    {
        var programme = Programme(key);
        var scribe = new Scribe(programme, Participants(programme));
        foreach (var source in programme.Baselines)
            Assert.All(scribe.RecordAll(Commands(programme, source), Times.Now), d => Assert.IsType<Decision.Accepted>(d));
        return scribe;
    }

    public static IEnumerable<StepCommand> Commands(Programme programme, BaselineSource source)
    {
        var participants = Participants(programme);
        var (state, mistakes) = BaselineJson.Read(programme, participants, source.File, Repository.Text("data", "programmes", programme.Key, source.File));
        Assert.Empty(mistakes);
        var document = programme.FindDocument(source.Source)!;
        return state!.Commands(programme, participants, source, new(document.Number, document.Issuer, document.Date));
    }
}
