using Rollout.Core.Baselines;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>The real programme with its 63 provinces and its two published states, as the repository keeps them.</summary>
internal static class LienThong
{
    public const string Appendix = "baseline-2024-07-appendix-1.json";
    public const string GoLive = "baseline-2024-07-01-go-live.json";

    public static ProgrammeReading Reading { get; } =
        ProgrammeYaml.Read("lien-thong.yaml", Repository.Text("data", "programmes", "lien-thong.yaml"), ["provinces-63"]);

    public static Programme Programme { get; } = Reading.Programme ?? throw new InvalidDataException(string.Join('\n', Reading.Mistakes));

    public static ParticipantSet Provinces { get; } =
        ParticipantCsv.Read("provinces-63", "provinces-63.csv", Repository.Text("data", "participants", "provinces-63.csv")).Set!;

    /// <summary>Cần Thơ, Sóc Trăng, TP Hồ Chí Minh and Long An: enough for a property to tell them apart.</summary>
    public static ParticipantSet Few { get; } = new("provinces-63", Provinces.All.Where(p => p.Code is "92" or "94" or "79" or "80"));

    public static Board Empty => Board.Empty(Programme, Provinces);

    public static Participant Province(string code) => Provinces.Find(code)!;

    public static string BaselineText(string file) => Repository.Text("data", "programmes", "lien-thong", file);

    public static PublishedState Baseline(string file) => BaselineJson.Read(Programme, Provinces, file, BaselineText(file)).State!;

    /// <summary>The commands of one of the programme's published states, as the import gives them.</summary>
    public static IEnumerable<StepCommand> Commands(string file)
    {
        var source = Programme.Baselines.Single(b => b.File == file);
        var document = Programme.Documents.Single(d => d.Key == source.Source);
        return Baseline(file).Commands(Programme, Provinces, source, new(document.Number, document.Issuer, document.Date));
    }

    /// <summary>A ledger that starts from both published states.</summary>
    public static Scribe WithBaselines()
    {
        var scribe = new Scribe(Programme, Provinces);
        scribe.RecordAll(Commands(GoLive), Times.Now);
        scribe.RecordAll(Commands(Appendix), Times.Now);
        return scribe;
    }
}
