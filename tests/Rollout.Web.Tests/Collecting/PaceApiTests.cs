using System.Net;
using Bunit;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Web.Components.Pace;
using Rollout.Web.Reading;
using Rollout.Web.Tests.Components;

namespace Rollout.Web.Tests.Collecting;

/// <summary>Who reaches a target in time at the present pace, over the API and on the overview.</summary>
public sealed class PaceApiTests : PageTest
{
    private const string Path = "/api/v1/programmes/so-hoa-2024/measures/so-da-so-hoa/pace";

    [Fact]
    public async Task Pace_names_who_will_miss_the_deadline_and_who_has_no_target()
    {
        await StateAsync("92", 60_000, 10_000, 20_000);
        await StateAsync("94", 21_000, 10_000, 20_000);
        var answer = await Server.GetAsync(Path);
        Assert.Equal("2024-12-31", answer.GetProperty("lastDay").GetString());
        Assert.Equal((1, 1, 61), (Count("late"), Count("inTime"), Count("noTarget")));
        var first = answer.GetProperty("participants")[0];
        Assert.Equal(("92", "late", 60_000), (first.GetProperty("code").GetString(), first.GetProperty("state").GetString(), first.GetProperty("target").GetInt32()));
        Assert.Equal("2025-01-02", first.GetProperty("reachesOn").GetString());
        // As of a day on which nobody had said anything.
        Assert.Equal(63, (await Server.GetAsync(Path + "?asOf=2024-07-10")).GetProperty("counts").GetProperty("noTarget").GetInt32());

        int Count(string state) => answer.GetProperty("counts").GetProperty(state).GetInt32();
    }

    [Fact]
    public async Task Card_stands_only_where_a_measure_has_a_target()
    {
        await StateAsync("92", 60_000, 10_000, 20_000);
        Assert.Equal("", Card(null).Markup.Trim());
        var card = Card("so-hoa-2024");
        Assert.Contains("Cần Thơ", card.Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["pace.on", "02/01/2025"], card.Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["pace.hintDue", "31/12/2024", 3], card.Markup, StringComparison.Ordinal);

        IRenderedComponent<PaceCard> Card(string? programme) =>
            Circuit.Render<PaceCard>(p => p.Add(c => c.View, Get<BoardReading>().Read(programme, null, null, null).View!).Add(c => c.Href, path => path));
    }

    [Theory]
    [InlineData("/api/v1/programmes/so-hoa-2024/measures/x/pace")]
    [InlineData("/api/v1/programmes/x/measures/so-da-so-hoa/pace")]
    public async Task Unknown_measure_is_named(string path)
    {
        using var answer = await Server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A province says how many books it keeps, and how many are done by the end of each month from July 2024 on.</summary>
    private async Task StateAsync(string code, decimal kept, params decimal[] done)
    {
        var id = Get<BoardReading>().Read("so-hoa-2024", null, null, null).View!.Board.Find(code)!.Participant.Id;
        await SayAsync("so-luu-tru", 7, kept);
        foreach (var (i, value) in done.Index()) await SayAsync("so-da-so-hoa", 7 + i, value);

        Task SayAsync(string measure, int month, decimal value) => Server.RecordAsync("so-hoa-2024", new StepCommand.StateFigure(
            new(ActorKind.Participant, "thu", Participant: id), id, measure, new FigurePeriod(new(2024, month, 1), new(2024, month, DateTime.DaysInMonth(2024, month))), value, 0));
    }
}
