using Rollout.Core.Lists;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>Letters whose lists rule over steps: whom no row tells is named by the step, and a note on it is enough.</summary>
public sealed class StepLettersTests
{
    private static readonly PublicationPlan Plan = new("spring", null, [], [], null);

    private static StatusLists Lists => StatusLists.Of(Ferry.Ledger("spring").Board, "spring", Times.Now);

    [Fact]
    public void Names_that_no_row_tells_are_refused_with_the_step_and_placed_by_its_number()
    {
        var refused = Assert.IsType<PublicationDecision.Refused>(Submits(Plan)).Refusal.Message;
        Assert.Equal("publication.undecided: 2; Dredge: Alma, Brod", $"{refused}");

        var placed = Plan with { Placings = [new("4", "A", PlacingKind.Note, "not held up"), new("4", "B", PlacingKind.Note, "not held up")] };
        var submitted = Assert.IsType<PublicationDecision.Accepted>(Submits(placed)).Events.Select(e => e.Event).OfType<PublicationEvent.DraftSubmitted>().Single();
        Assert.Equal(["Alma, Brod: not held up"], submitted.Content.Notes);
    }

    [Fact]
    public void Placing_of_neither_a_system_nor_a_step_is_refused() =>
        Assert.Equal(
            "publication.system: 9",
            $"{Assert.IsType<PublicationDecision.Refused>(Submits(Plan with { Placings = [new("9", "A", PlacingKind.Note, "why")] })).Refusal.Message}");

    private static PublicationDecision Submits(PublicationPlan plan)
    {
        var draft = Publication.Begin(1, "ferry", new(plan), Ferry.Monitor, Times.Now);
        return PublicationDecider.Decide(draft, new PublicationCommand.SubmitDraft(Ferry.Monitor, draft.Version), new(Ferry.Programme, [draft], Times.Now) { Lists = Lists });
    }
}
