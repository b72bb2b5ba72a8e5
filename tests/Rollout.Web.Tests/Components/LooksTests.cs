using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Web.Components.Shared;
using Rollout.Web.Resources;

namespace Rollout.Web.Tests.Components;

public sealed class LooksTests
{
    private static readonly IStringLocalizer<Texts> Words =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();

    private static IEnumerable<Look> All =>
    [
        Looks.Unknown, Looks.Assumed, .. Enum.GetValues<StepStatus>().Select(Looks.Of), .. Enum.GetValues<VerificationState>().Select(Looks.Of),
        .. Enum.GetValues<ConnectionStatus>().Select(s => Looks.Of(s)), .. Enum.GetValues<ServiceState>().Select(s => Looks.Of(s)),
        .. Enum.GetValues<AttentionKind>().Select(Looks.Of),
    ];

    [Theory, InlineData("vi"), InlineData("en")]
    public void Look_of_every_value_has_a_text_in_every_language(string language) => In(language, () =>
    {
        foreach (var look in All) Assert.False(Words[look.Key].ResourceNotFound, look.Key);
        foreach (var basis in Enum.GetValues<Basis>()) Assert.False(Words[Looks.Of(basis).Key].ResourceNotFound, Looks.Of(basis).Key);
    });

    [Theory, InlineData("vi"), InlineData("en")]
    public void Fault_of_every_code_has_a_text_in_every_language(string language) => In(language, () =>
    {
        foreach (var code in typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!))
            Assert.False(Words[$"fault.{code}"].ResourceNotFound, code);
    });

    [Fact]
    public void One_and_many_have_their_own_words_where_a_language_has_them()
    {
        var texts = new Texts(Words);
        In("en", () => Assert.Equal(["1 day", "2 days", "0 days", "1 of 1 province"], new[] { texts["span.days", 1], texts["span.days", 2], texts["span.days", 0], texts["board.shown", 1, 1] }));
        In("vi", () => Assert.Equal(texts["span.days", 2].Replace('2', '1'), texts["span.days", 1]));
        // What rules say brings its numbers as words.
        In("en", () => Assert.Contains("there is 1 name", texts.Say(new Core.Wording.Message("baseline.count", ["3", "2", "1"])), StringComparison.Ordinal));
    }

    [Fact]
    public void Bases_differ_in_their_signs() => Assert.Equal(Enum.GetValues<Basis>().Length, Enum.GetValues<Basis>().Select(b => Looks.Of(b).Sign).Distinct().Count());

    [Fact]
    public void Sides_of_a_fault_differ_in_their_signs()
    {
        Assert.Equal(Looks.OfOwner(StepDefinition.Participant), Looks.OfOwner(FaultOwner.ParticipantGateway));
        Assert.Equal(3, new[] { StepDefinition.Participant, FaultOwner.Self, "anybody" }.Select(o => Looks.OfOwner(o).Sign).Distinct().Count());
    }

    [Fact]
    public void Fault_that_nobody_knows_speaks_for_itself() => Assert.Equal("moon.eclipse", new Texts(Words).Fault("moon.eclipse"));

    [Fact]
    public void Looks_of_statuses_differ_in_more_than_colour()
    {
        var statuses = Enum.GetValues<StepStatus>().Select(Looks.Of).Append(Looks.Unknown).ToList();
        Assert.Equal(statuses.Count, statuses.DistinctBy(l => l.Sign).Count());
    }

    [Fact]
    public void Cell_that_is_assumed_does_not_look_like_one_in_progress()
    {
        var assumed = StepState.Initial with { Status = StepStatus.InProgress, Assumed = true };
        Assert.Same(Looks.Assumed, Looks.Of(assumed, known: true));
        Assert.Same(Looks.Unknown, Looks.Of(assumed, known: false));
        Assert.NotEqual(Looks.Assumed, Looks.Of(assumed with { Assumed = false }, known: true));
    }

    private static void In(string language, Action check)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new(language);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
