using Rollout.Core.Programmes;
using Rollout.Core.Tests.Deadlines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>Deadlines as programme files write them.</summary>
public sealed class DeadlineMistakesTests
{
    [Theory]
    [InlineData("{ before: 2024-07-10, by: 2024-07-10 }", "yaml.beforeOrBy")]
    [InlineData("{}", "yaml.beforeOrBy")]
    [InlineData("{ source: almanac }", "yaml.beforeOrBy")]
    [InlineData("{ by: 10/07/2024 }", "yaml.day: 10/07/2024")]
    [InlineData("{ before: 2024-07-10T08:00:00+07:00 }", "yaml.day: 2024-07-10T08:00:00+07:00")]
    [InlineData("{ by: 2023-02-29 }", "yaml.day: 2023-02-29")]
    [InlineData("{ by: }", "yaml.day: ")]
    [InlineData("{ by: 2024-07-10, source: almanak }", "yaml.unknownNear: almanak; almanac; almanac")]
    [InlineData("{ by: 2024-07-10, sourse: almanac }", "yaml.unknownNear: sourse; source; before, by, rehearsal, season, source")]
    [InlineData("{ rehearsal: { by: soon }, season: { by: 2024-07-10 } }", "yaml.day: soon")]
    [InlineData("{ rehearsal: { by: 2024-07-10 }, seeson: { by: 2024-07-10 } }", "yaml.unknownNear: seeson; season; rehearsal, season")]
    [InlineData("{ rehearsal: 2024-07-10 }", "yaml.mapping|yaml.beforeOrBy")]
    public void Slip_in_a_deadline_is_named_wherever_it_stands(string due, string said)
    {
        Assert.Equal(said, Mistakes(Harbour.Yaml(first: due)));
        Assert.Equal(said, Mistakes(Harbour.Yaml(whole: $"{{ whole: {due} }}")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("three")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void Term_is_a_whole_number_of_days(string days)
    {
        Assert.Equal($"yaml.number: {days}", Mistakes(Harbour.Yaml(keepers: days)));
        Assert.Equal($"yaml.number: {days}", Mistakes(Harbour.Yaml(whole: $"{{ soonWithin: {days} }}")));
    }

    [Fact]
    public void All_mistakes_are_found_at_once() =>
        Assert.Equal(
            "yaml.beforeOrBy|yaml.unknownNear: soonwithin; soonWithin; soonWithin, whole|yaml.number: x|yaml.day: y",
            Mistakes(Harbour.Yaml("{ whole: {}, soonwithin: 3 }", "{ by: y }", keepers: "x")));

    [Fact]
    public void Programmes_without_deadlines_are_read_as_ever()
    {
        foreach (var programme in (Programme[])[LienThong.Programme, Lights.Programme])
        {
            Assert.All(programme.Phases, p => Assert.All(programme.Steps, s => Assert.Null(programme.DeadlineOf(p.Key, s))));
            Assert.All(programme.Organisations, o => Assert.Null(o.ConfirmWithin));
            Assert.Equal(5, programme.SoonWithin);
        }
    }

    [Fact]
    public void Deadline_is_read_with_what_sets_it()
    {
        var programme = Harbour.Read(Harbour.Yaml("{ whole: { before: 2025-01-01, source: almanac }, soonWithin: 8 }", keepers: "3"));
        Assert.Equal(new Deadline(new(2025, 1, 1), true, "almanac"), programme.Due.Everywhere);
        Assert.Equal((8, 3), (programme.SoonWithin, programme.FindOrganisation("keepers")!.ConfirmWithin));
    }

    private static string Mistakes(string yaml) =>
        string.Join('|', ProgrammeYaml.Read("lights.yaml", yaml, ["harbours"]).Mistakes.Select(m => $"{m.Message}"));
}
