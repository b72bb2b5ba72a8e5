using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>What a programme file may leave out, and what is then so.</summary>
public sealed class ProgrammeYamlTests
{
    [Fact]
    public void File_may_leave_out_what_has_a_default()
    {
        var p = Lights.Programme;
        Assert.Equal(new VerificationPolicy(TimeSpan.FromMinutes(5), 3, 3, TimeSpan.FromHours(48)), p.Verification);
        Assert.Equal((ReadingScope.All, null, null), (p.Reading, p.Map, p.Service));
        Assert.Empty(p.Probes);
        Assert.Equal(DatePrecision.Day, p.Baselines[0].Precision);
        Assert.Equal("Beacon", p.Systems[0].Short.Default);
        Assert.Equal("Carry oil", p.Steps[0].Text.Default);
    }

    [Fact]
    public void First_language_of_a_text_is_its_own() =>
        Assert.Equal(("Lights of the coast", "Feux de la côte"), (Lights.Programme.Title.In("vi"), Lights.Programme.Title.In("fr")));

    [Fact]
    public void One_word_stands_for_a_list_of_one() => Assert.Equal([StepDefinition.Participant], Lights.Programme.Steps[0].Reporters);

    [Fact]
    public void Policy_and_probe_are_read_as_written()
    {
        var yaml = Sketch.Yaml("reports: participant", "probe: { settles: [ping] }", "fallback: sea")
            .Replace("kind: tcp", "kind: http, method: HEAD, timeout: 500ms, system: radio, conditions: [status == 204]", StringComparison.Ordinal)
            + "\nverification: { every: 10m, advanceAfter: 2, failAfter: 4, regressAfter: 1d }";
        var p = ProgrammeYaml.Read("sketch.yaml", yaml, ["boats"]).Programme!;
        Assert.Equal(new VerificationPolicy(TimeSpan.FromMinutes(10), 2, 4, TimeSpan.FromDays(1)), p.Verification);
        var probe = Assert.Single(p.Probes);
        Assert.Equal(
            ("HEAD", TimeSpan.FromMilliseconds(500), "sea", "status == 204"),
            (probe.Method, probe.Timeout, probe.Owner, Assert.Single(probe.Conditions).Source));
        Assert.Equal((ProbeRole.Settles, "sea"), (p.Steps[0].Settlement.ProbeRole, p.Steps[0].Settlement.Fallback));
        Assert.Equal(["sea"], p.Steps[0].Settlement.MayConfirm);
    }

    [Theory]
    [InlineData("kind: xRoad", ServiceListing.ListMethods, false)]
    [InlineData("kind: xRoad, listing: allowedMethods", ServiceListing.AllowedMethods, false)]
    [InlineData("kind: xRoad, health: true", ServiceListing.ListMethods, true)]
    public void Security_server_is_asked_for_what_is_written(string written, ServiceListing listing, bool health)
    {
        var yaml = Sketch.Yaml("reports: participant", "probe: { settles: [ping] }", "fallback: sea").Replace("kind: tcp", written, StringComparison.Ordinal);
        var probe = Assert.Single(ProgrammeYaml.Read("sketch.yaml", yaml, ["boats"]).Programme!.Probes);
        Assert.Equal((listing, health), (probe.Listing, probe.Health));
    }

    [Fact]
    public void List_may_take_several_statuses()
    {
        var yaml = Sketch.Yaml("reports: participant", "confirm: { any: [sea] }")
            .Replace("radio: completed", "radio: [completed, inProgress]", StringComparison.Ordinal);
        var p = ProgrammeYaml.Read("sketch.yaml", yaml, ["boats"]).Programme!;
        Assert.Equal([ConnectionStatus.Completed, ConnectionStatus.InProgress], p.ListDefinitions[0].Where["radio"]);
    }

    [Fact]
    public void Day_begins_in_hanoi_and_an_instant_keeps_its_offset()
    {
        var yaml = Sketch.Yaml("reports: participant", "confirm: { any: [sea] }");
        DateTimeOffset? KnownFrom(string text)
        {
            var known = yaml.Replace("title: Trial", $"title: Trial, knownFrom: {text}", StringComparison.Ordinal);
            return ProgrammeYaml.Read("sketch.yaml", known, ["boats"]).Programme!.Phases[0].KnownFrom;
        }
        Assert.Equal(Times.At("2024-07-01 00:00"), KnownFrom("2024-07-01"));
        Assert.Equal(Times.At("2024-06-28 15:00"), KnownFrom("'2024-06-28T08:00:00Z'"));
    }

    [Fact]
    public void Organisation_bears_the_name_of_the_day()
    {
        var yaml = Sketch.Yaml("reports: participant", "confirm: { any: [sea] }")
            .Replace("short: S }]", "short: S }, { full: Ocean, short: O, from: 2025-07-01 }]", StringComparison.Ordinal);
        var sea = ProgrammeYaml.Read("sketch.yaml", yaml, ["boats"]).Programme!.FindOrganisation("sea")!;
        Assert.Equal("Sea", sea.NameOn(new(2025, 6, 30)).Full.Default);
        Assert.Equal("Ocean", sea.NameOn(new(2025, 7, 1)).Full.Default);
        var later = sea with { Names = [sea.Names[1]] };
        Assert.Equal("Ocean", later.NameOn(new(2000, 1, 1)).Full.Default);
    }

    [Theory]
    [InlineData("systems: []")]
    [InlineData("systems:")]
    [InlineData("")]
    public void Programme_may_have_no_systems(string systems)
    {
        var yaml = Ferry.Yaml.ReplaceLineEndings("\n").Replace("phases:\n", $"{systems}\nphases:\n", StringComparison.Ordinal);
        var reading = ProgrammeYaml.Read("ferry.yaml", yaml, ["harbours"]);
        Assert.Empty(reading.Mistakes);
        Assert.Empty(reading.Programme!.Systems);
    }

    [Fact]
    public void Code_that_nobody_bears_is_found_where_the_participants_are()
    {
        var programme = ProgrammeYaml.Read("ferry.yaml", Ferry.Yaml.Replace("except: [C]", "except: [C, X, E]", StringComparison.Ordinal), ["harbours"]).Programme!;
        Assert.Equal(
            ["ferry.yaml:0:0: catalog.code: 4; E", "ferry.yaml:0:0: catalog.code: 4; X"],
            CatalogAssembly.Of([("ferry.yaml", programme)], new Dictionary<string, Core.Participants.ParticipantSet> { ["harbours"] = Lights.Harbours }).Mistakes.Select(m => $"{m}"));
    }
}
