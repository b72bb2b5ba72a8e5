using Rollout.Core.Steps;
using Rollout.Web.Reading;

namespace Rollout.Web.Tests.Components;

public sealed class MatrixFilterTests : PageTest
{
    [Theory, InlineData("da nang"), InlineData("ĐÀ NẴNG"), InlineData("  đà n "), InlineData("48")]
    public void Filter_by_text_finds_a_name_with_or_without_marks(string text) => Assert.Equal(["48"], Codes(text: text));

    [Fact]
    public void Filter_by_region_leaves_the_others_out()
    {
        var region = View().Board.Find("48")!.Participant.Region;
        var shown = Codes(region: region);
        Assert.Contains("48", shown);
        Assert.All(shown, c => Assert.Equal(region, View().Board.Find(c)!.Participant.Region));
    }

    [Fact]
    public void Filter_by_status_keeps_rows_with_such_a_cell() => Assert.Equal(12, Codes(status: "done").Count);

    [Fact]
    public void Filter_by_whom_it_waits_on_does_not_count_what_has_not_begun() => Assert.Equal(29, Codes(waits: Participant).Count);

    [Fact]
    public void Filter_of_unknown_words_leaves_nobody_out()
    {
        var filter = MatrixFilter.Of(View(), null, "Atlantis", "melting", "foggy", "nobody");
        Assert.True(filter.IsEmpty);
        Assert.All(View().Board.Rows, r => Assert.True(filter.Shows(View(), r)));
    }

    private const string Participant = Core.Programmes.StepDefinition.Participant;

    private List<string> Codes(string? text = null, string? region = null, string? status = null, string? waits = null)
    {
        var view = View();
        var filter = MatrixFilter.Of(view, text, region, status, null, waits);
        return [.. view.Board.Rows.Where(r => filter.Shows(view, r)).Select(r => r.Participant.Code)];
    }
}
