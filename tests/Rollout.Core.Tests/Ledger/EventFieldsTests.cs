using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Ledger;

/// <summary>Events as fields, the form in which they are stored and hashed.</summary>
public sealed class EventFieldsTests
{
    private static readonly StepEvent.StatusChanged Plain = new(StepStatus.NotStarted, StepStatus.Done, Basis.Correction);
    private static readonly DocumentReference Letter = new("63/2024/NĐ-CP", "Chính phủ", "2024-06-10");

    /// <summary>Every event, every optional field there and not there, every word of every enumeration.</summary>
    public static TheoryData<StepEvent> Events =>
    [
        .. from f in Enum.GetValues<StepStatus>()
           from t in Enum.GetValues<StepStatus>()
           from b in Enum.GetValues<Basis>()
           select new StepEvent.StatusChanged(f, t, b),
        .. from p in Enum.GetValues<DatePrecision>() select Plain with { Precision = p, Assumed = true },
        .. from s in Enum.GetValues<StepStatus>() select Plain with { To = StepStatus.Blocked, Blocker = new("btp", "waiting", s) },
        Plain with { OutOfOrder = true, Document = Letter },
        Plain with { Document = new("", "Chính phủ", "") },
        Plain with { Document = new("", "", "2024-07") },
        Plain with { TakenOver = true, Files = [new string('a', 64), new string('b', 64)] },
        .. from s in Enum.GetValues<StepStatus>() select new StepEvent.Commented([]) { Status = s },
        new StepEvent.Commented([new string('c', 64)]),
        .. from s in Enum.GetValues<StepStatus>() select new StepEvent.PartlyConfirmed("btp") { Status = s },
        .. from t in Enum.GetValues<VerificationState>() select new StepEvent.VerificationChanged(null, t, null) { Status = StepStatus.Reported },
        .. from f in Enum.GetValues<VerificationState>()
           select new StepEvent.VerificationChanged(f, VerificationState.Failing, new("participantGateway", "xroad.ServiceDisabled")),
        .. from t in Enum.GetValues<VerificationState>() select new StepEvent.Upheld(t) { Status = StepStatus.Done },
        .. from t in Enum.GetValues<ProbingConsent>() select new StepEvent.ProbingChanged(null, t),
        new StepEvent.ProbingChanged(ProbingConsent.Agreed, ProbingConsent.Paused),
        .. from p in Enum.GetValues<DatePrecision>() select new StepEvent.SourceStated(Letter, p),
        new StepEvent.SourceStated(null, DatePrecision.Month),
        .. from b in Enum.GetValues<Basis>() select new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), 44.47m) { Basis = b },
        .. from p in Enum.GetValues<DatePrecision>() select new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), 0) { Precision = p, Document = Letter },
        new StepEvent.FigureStated("books", new(2024, 2, 29), new(2024, 2, 29), 999_999_999_999.123456m) { Files = [new string('d', 64)] },
        new StepEvent.FigureStated("books", new(2024, 1, 1), new(2024, 12, 31), null),
        .. from t in Enum.GetValues<ServiceState>() select new StepEvent.ServiceChanged(null, t, Basis.Baseline),
        .. from f in Enum.GetValues<ServiceState>() select new StepEvent.ServiceChanged(f, ServiceState.Interrupted, Basis.Confirmation),
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void Event_is_read_back_from_its_fields(StepEvent happened) =>
        Assert.Equal(happened, EventFields.Read(EventFields.KindOf(happened), EventFields.Of(happened)));

    [Fact]
    public void Every_kind_of_event_is_tried() =>
        Assert.Equal(
            typeof(StepEvent).GetNestedTypes().Select(t => t.Name).Order(),
            Events.Select(e => e.Data.GetType().Name).Distinct().Order());

    /// <summary>Rule 8, and the public contract of the ledger: what changes no status says the same one twice.</summary>
    [Fact]
    public void Entry_that_changes_no_status_has_from_equal_to_to()
    {
        var half = EventFields.Of(new StepEvent.PartlyConfirmed("btp") { Status = StepStatus.Reported });
        var seen = EventFields.Of(new StepEvent.VerificationChanged(null, VerificationState.Failing, null) { Status = StepStatus.Reported });
        Assert.All([half, seen], fields => Assert.Equal(("reported", "reported"), (fields["from"], fields["to"])));
    }

    [Fact]
    public void Figure_is_spelt_exactly_and_says_no_status()
    {
        var fields = EventFields.Of(new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), 38.400m) { Basis = Basis.Baseline });
        Assert.Equal("basis=baseline measure=share periodFrom=2025-07-01 periodTo=2025-10-28 value=38.4", string.Join(' ', fields.Select(f => $"{f.Key}={f.Value}")));
        Assert.DoesNotContain("value", EventFields.Of(new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), null)).Keys);
    }

    [Theory]
    [InlineData("value", "38.40")]
    [InlineData("value", "38,4")]
    [InlineData("value", "3.84E1")]
    [InlineData("periodTo", "28/10/2025")]
    [InlineData("measure", null)]
    [InlineData("basis", null)]
    public void Figure_spelt_otherwise_is_damaged(string field, string? text)
    {
        var fields = EventFields.Of(new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), 38.4m));
        Assert.Throws<FormatException>(() => EventFields.Read("figure", text is null ? fields.Remove(field) : fields.SetItem(field, text)));
    }

    [Fact]
    public void Absent_fields_are_left_out() =>
        Assert.Equal(
            ["basis", "from", "to"],
            EventFields.Of(new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.InProgress, Basis.Report)).Keys);

    [Theory]
    [InlineData("stat")]
    [InlineData("status")]
    [InlineData("partialConfirmation")]
    public void Damaged_entry_is_no_event(string kind) =>
        Assert.Throws<FormatException>(() => EventFields.Read(kind, ImmutableDictionary<string, string>.Empty.Add("from", "notStarted")));

    [Fact]
    public void Word_that_is_none_is_no_event() =>
        Assert.Throws<FormatException>(() => EventFields.Read(
            "status", new Dictionary<string, string> { ["from"] = "Done", ["to"] = "done", ["basis"] = "report" }));
}
