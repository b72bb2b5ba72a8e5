using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Deadlines;

/// <summary>The lights of the coast with deadlines: <c>Harbour.With(due).Has(…).Reads(…)</c>, in the phase rehearsal unless a test says otherwise.</summary>
internal sealed class Harbour
{
    private readonly Scribe _scribe;

    private Harbour(Programme programme) => _scribe = new(programme, Lights.Harbours);

    public Board Board => _scribe.Board;

    public Programme Programme => _scribe.Board.Programme;

    /// <summary>The programme file with deadlines; agencies have no term unless one is given.</summary>
    public static string Yaml(string? whole = null, string? first = null, string? keepers = null, string? guild = null) => Lights.Yaml.ReplaceLineEndings("\n")
        .Replace("lead: guild\n", whole is null ? "lead: guild\n" : $"lead: guild\ndeadlines: {whole}\n", StringComparison.Ordinal)
        .Replace("{ key: rehearsal, title: Rehearsal }", "{ key: rehearsal, title: Rehearsal }\n  - { key: season, title: Season }", StringComparison.Ordinal)
        .Replace("confirm: { any: [keepers] }", first is null ? "confirm: { any: [keepers] }" : $"confirm: {{ any: [keepers] }}, due: {first}", StringComparison.Ordinal)
        .Replace("{ key: keepers,", keepers is null ? "{ key: keepers," : $"{{ key: keepers, confirmWithin: {keepers},", StringComparison.Ordinal)
        .Replace("{ key: guild,", guild is null ? "{ key: guild," : $"{{ key: guild, confirmWithin: {guild},", StringComparison.Ordinal);

    public static Programme Read(string yaml)
    {
        var reading = ProgrammeYaml.Read("lights.yaml", yaml, ["harbours"]);
        Assert.Empty(reading.Mistakes);
        return reading.Programme!;
    }

    /// <summary>A ledger in which a source has spoken of every harbour.</summary>
    public static Harbour With(string? whole = null, string? first = null, string? keepers = null, string? guild = null)
    {
        var harbour = Silent(Yaml(whole, first, keepers, guild));
        harbour._scribe.Covers("rehearsal", Times.At("2022-01-01 00:00"));
        return harbour;
    }

    /// <summary>A ledger without an entry.</summary>
    public static Harbour Silent(string yaml) => new(Read(yaml));

    public Harbour Has(string code, string step, StepStatus to, string at, Basis basis = Basis.Report, string? on = null, DatePrecision precision = DatePrecision.Instant)
    {
        var from = Board.Find(code)!["rehearsal", step].CountsAs;
        return Happened(code, step, new StepEvent.StatusChanged(from, to, basis) { Blocker = on is null ? null : new(on, "weather", from), Precision = precision }, at);
    }

    public Harbour Happened(string code, string step, StepEvent happened, string at)
    {
        _scribe.Happened(code, step, happened, Times.At(at), "rehearsal");
        return this;
    }

    public DueReading Reading(string at, string? phase = "rehearsal") => DueReading.Of(Board, Times.At(at), VietNam.Days, phase);

    /// <summary>What is due, one line each: harbour, step, standing and days, last day, who must act.</summary>
    public IEnumerable<string> Reads(string at) => Reading(at).Items.Select(Line);

    public IEnumerable<string> Done() => DoneReading.Of(Board, "rehearsal", VietNam.Days, ReportDays.Of(_scribe.Entries))
        .Select(i => $"{i.Participant.Code} {i.Step.Key} {i.State} {i.Days} on {i.On:yyyy-MM-dd}");

    public static string Line(DueItem i) =>
        $"{i.Participant.Code} {i.Step.Key} {(i.Kind == DueKind.Step ? "" : "confirmation ")}{i.State} {i.Days} {i.LastDay:yyyy-MM-dd} {string.Join('+', i.WaitsOn)}";
}
