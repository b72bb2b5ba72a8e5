using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>Several sets in one programme: each whole, in the order of the file, everyone with the own identity.</summary>
public sealed class ParticipantSetsTogetherTests
{
    private static readonly ParticipantSet Isles = Sets.Of("isles", "code,name\nZ,Anholt\nY,Bute");

    private static readonly ParticipantSet Both = ParticipantSet.Together([Lights.Harbours, Isles]);

    [Fact]
    public void One_set_alone_is_itself() => Assert.Same(Isles, ParticipantSet.Together([Isles]));

    [Fact]
    public void Sets_stand_one_after_the_other_each_in_official_order()
    {
        Assert.Equal(["harbours/A", "harbours/B", "harbours/C", "isles/Z", "isles/Y"], Both.All.Select(p => $"{p.Id}"));
        Assert.Equal(("harbours+isles", 5), (Both.Key, Both.Count));
        Assert.Equal(["harbours", "isles"], Both.Keys);
    }

    [Fact]
    public void Provinces_and_central_agencies_go_together() =>
        Assert.Equal((87, 0), (ParticipantSet.Together([LienThong.Provinces, Sets.Central]).Count, ParticipantSet.SharedCodes([LienThong.Provinces, Sets.Central]).Count()));

    [Fact]
    public void Participant_is_found_by_code_and_by_identity_but_not_by_the_code_of_another_set()
    {
        Assert.Equal((3, 3, -1), (Both.IndexOf("Z"), Both.IndexOf(new ParticipantId("isles", "Z")), Both.IndexOf(new ParticipantId("harbours", "Z"))));
        Assert.Null(Both.Find(new ParticipantId("harbours", "Z")));
        Assert.Equal((new("isles", "Y"), new ParticipantId("harbours", "nobody")), (Both.IdOf("Y"), Both.IdOf("nobody")));
    }

    [Fact]
    public void Board_takes_the_entries_of_every_set_and_of_no_other()
    {
        var scribe = new Scribe(Lights.Programme, Both);
        scribe.Has("A", "1.1", StepStatus.Done, Times.Yesterday, "rehearsal");
        scribe.Has("Z", "1.1", StepStatus.Done, Times.Yesterday, "rehearsal");
        Assert.Equal(["harbours/A", "isles/Z"], scribe.Entries.Select(e => $"{e.Participant}"));
        Assert.Equal(["Alma", "Anholt"], scribe.Board.Rows.Where(r => r["rehearsal", "1.1"].Status == StepStatus.Done).Select(r => r.Participant.Name));

        var alone = Board.Empty(Lights.Programme, Isles).Apply(scribe.Entries);
        Assert.Equal(["Anholt"], alone.Rows.Where(r => r["rehearsal", "1.1"].Status == StepStatus.Done).Select(r => r.Participant.Name));
    }

    [Fact]
    public void Board_row_of_the_same_code_in_another_set_is_nobodys() =>
        Assert.ThrowsAny<ArgumentException>(() => Board.Empty(Lights.Programme, Both)[new("isles", "A")]);

    [Fact]
    public void File_may_name_one_set_or_several()
    {
        Assert.Equal(["harbours"], Lights.Programme.ParticipantSets);
        Assert.Equal(["isles", "harbours"], Read("participants: [isles, harbours]").ParticipantSets);
        Assert.Equal(["isles"], Read("participants: [isles]").ParticipantSets);
    }

    [Fact]
    public void Catalogue_gives_a_programme_the_union_of_its_sets()
    {
        var (catalog, mistakes) = CatalogAssembly.Of(
            [("lights.yaml", Read("participants: [isles, harbours]"))], new Dictionary<string, ParticipantSet> { ["harbours"] = Lights.Harbours, ["isles"] = Isles });
        Assert.Empty(mistakes);
        Assert.Equal(["isles/Z", "isles/Y", "harbours/A", "harbours/B", "harbours/C"], catalog!.Find("lights")!.Participants.All.Select(p => $"{p.Id}"));
    }

    [Fact]
    public void Catalogue_refuses_sets_that_share_a_code()
    {
        var rocks = Sets.Of("isles", "code,name\nA,Anholt\nB,Bute\nD,Dover");
        var (catalog, mistakes) = CatalogAssembly.Of(
            [("lights.yaml", Read("participants: [harbours, isles]"))], new Dictionary<string, ParticipantSet> { ["harbours"] = Lights.Harbours, ["isles"] = rocks });
        Assert.Null(catalog);
        Assert.Equal(
            ["lights.yaml:0:0: catalog.doubled: A; harbours/A (Alma); isles/A (Anholt)", "lights.yaml:0:0: catalog.doubled: B; harbours/B (Brod); isles/B (Bute)"],
            mistakes.Select(m => $"{m}"));
    }

    private static Programme Read(string participants) =>
        ProgrammeYaml.Read("lights.yaml", Lights.Yaml.Replace("participants: harbours", participants, StringComparison.Ordinal), ["harbours", "isles"]).Programme!;
}
