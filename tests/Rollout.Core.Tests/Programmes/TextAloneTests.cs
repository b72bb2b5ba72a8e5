using Rollout.Core.Baselines;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>Later programmes are data, not code: an invented one runs from its texts alone.</summary>
public sealed class TextAloneTests
{
    private static readonly Actor Brod = new(ActorKind.Participant, "brod", Participant: new("harbours", "B"));
    private static readonly Actor Keepers = new(ActorKind.Agency, "keeper", "keepers");
    private static readonly Actor Guild = new(ActorKind.Monitor, "master", "guild");
    private static readonly DateTimeOffset Now = Times.At("1900-02-01 09:00");

    [Fact]
    public void Invented_programme_goes_from_its_text_to_changed_lists()
    {
        var programme = ProgrammeYaml.Read("lights.yaml", Lights.Yaml, ["harbours"]).Programme!;
        var harbours = ParticipantCsv.Read("harbours", "harbours.csv", Lights.HarboursCsv).Set!;
        var scribe = new Scribe(programme, harbours);

        var (baseline, mistakes) = BaselineJson.Read(programme, harbours, "almanac.json", Lights.AlmanacJson);
        Assert.Empty(mistakes);
        scribe.RecordAll(baseline!.Commands(programme, harbours, programme.Baselines[0], null), Now);
        Assert.Equal("1 Lit (1): Alma|2 Dark (2): Brod, Cove", Read(scribe));

        Accepts(scribe, Brod, "1.1", StepStatus.Reported);
        Assert.Equal("1 Lit (1): Alma|2 Dark (1): Cove|unlisted: Brod", Read(scribe));

        Accepts(scribe, Keepers, "1.1", StepStatus.Done);
        Accepts(scribe, Brod, "1.2", StepStatus.Reported);
        Accepts(scribe, Keepers, "1.2", StepStatus.Done);
        Assert.Equal("1 Lit (1): Alma|2 Dark (1): Cove|unlisted: Brod", Read(scribe));

        Accepts(scribe, Guild, "1.2", StepStatus.Done);
        Assert.Equal("1 Lit (2): Alma, Brod|2 Dark (1): Cove", Read(scribe));

        var table = AppendixReport.Of(StatusLists.Of(scribe.Board, "rehearsal", Now), "en").Blocks.OfType<ReportBlock.Table>().Single();
        Assert.Equal(["1", "Lit", "2", "Alma, Brod"], table.Rows[0].Select(c => c.Text));
    }

    private static void Accepts(Scribe scribe, Actor actor, string step, StepStatus to)
    {
        var key = new StepKey(new("harbours", "B"), "rehearsal", step);
        var version = scribe.Board[key.Participant]["rehearsal", step].Version;
        Assert.IsType<Decision.Accepted>(scribe.Record(new StepCommand.Change(actor, key, to, version), Now));
    }

    private static string Read(Scribe scribe)
    {
        var lists = StatusLists.Of(scribe.Board, "rehearsal", Now);
        static string Names(IEnumerable<Participant> participants) => string.Join(", ", participants.Select(p => p.Name));
        var rows = lists.Lists.Select(l => $"{l.Definition.Number} {l.Definition.Title} ({l.Count}): {Names(l.Participants)}");
        return string.Join('|', lists.Unlisted.IsEmpty ? rows : rows.Append($"unlisted: {Names(lists.Unlisted)}"));
    }
}
