using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Steps;

/// <summary>
/// Rule 1 as a table: for everyone who may speak, every status before and every status wanted, always with note, blocker and kind.
/// Letters: <c>=</c> already so, <c>R C K</c> accepted with basis Report, Confirmation, Correction, <c>f</c> forbidden, <c>x</c> no such
/// transition, <c>b</c> blocked first goes back to where it came from, <c>d</c> what is done is not blocked.
/// </summary>
public sealed class ChangeTableTests
{
    /// <summary>Rows: status before; columns: status wanted; both in the order of the enumeration. Blocked came from InProgress.</summary>
    private static readonly (string Who, string Step, Actor Actor, Actor ReportedBy, string Table)[] Tables =
    [
        ("reporter", "2.1", People.SocTrang, People.SocTrang, "=RRfR x=RfR xR=fR xxx=d bRbb="),
        ("confirmer", "2.1", People.Btp, People.SocTrang, "=ffCR x=fCR xC=CR xxx=d bRbb="),
        ("reporter and confirmer", "1.4", People.C06, People.C06Colleague, "=RRCR x=RCR xR=CR xxx=d bRbb="),
        ("monitor", "2.1", People.Vpcp, People.SocTrang, "=KKKR K=KKR KK=KR KKK=K KRKK="),
        ("fallback", "1.2", People.VpcpAgency, People.SocTrang, "=ffCR x=fCR xC=CR xxx=d bRbb="),
        ("uninvolved agency", "2.1", People.C06, People.SocTrang, Nothing),
        ("another province's contact", "2.1", People.CanTho, People.SocTrang, Nothing),
        ("monitor of another agency", "2.1", People.MonitorOfAnother, People.SocTrang, Nothing),
        ("administrator", "2.1", People.Administrator, People.SocTrang, Nothing),
        ("approver", "2.1", People.Approver, People.SocTrang, Nothing),
        ("reader", "2.1", People.Reader, People.SocTrang, Nothing),
        ("probe", "2.1", Actor.Probe("gateway"), People.SocTrang, Nothing),
        ("import", "2.1", Actor.Import("file.json"), People.SocTrang, Nothing),
    ];

    private const string Nothing = "fffff fffff fffff fffff fffff";

    public static TheoryData<string, StepStatus, StepStatus, char> Cells
    {
        get
        {
            var cells = new TheoryData<string, StepStatus, StepStatus, char>();
            foreach (var (who, _, _, _, table) in Tables)
                foreach (var from in Enum.GetValues<StepStatus>())
                    foreach (var to in Enum.GetValues<StepStatus>())
                        cells.Add(who, from, to, table.Split(' ')[(int)from][(int)to]);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Change_by_the_table_of_rule_1_is_accepted_or_refused(string who, StepStatus from, StepStatus to, char expected)
    {
        var (_, step, actor, reportedBy, _) = Tables.Single(t => t.Who == who);
        var outcome = Before(step, from, reportedBy).When(actor, step, to, note: "Vì sao", on: "participant", kind: "software");

        if (expected is 'R' or 'C' or 'K') outcome.Then(Changed(from, to, expected));
        else Assert.Equal(expected, Letter(Assert.IsType<Decision.Refused>(outcome.Decision).Refusal));
    }

    private static Given Before(string step, StepStatus from, Actor reportedBy) => from switch
    {
        StepStatus.NotStarted => Given.Row,
        StepStatus.Blocked => Given.Row.Has(step, StepStatus.InProgress).Has(step, StepStatus.Blocked),
        _ => Given.Row.Has(step, from, by: reportedBy),
    };

    private static StepEvent.StatusChanged Changed(StepStatus from, StepStatus to, char basis) =>
        new(from, to, basis switch { 'R' => Basis.Report, 'C' => Basis.Confirmation, _ => Basis.Correction })
        {
            Blocker = to == StepStatus.Blocked ? new("participant", "software", from) : null,
        };

    private static char Letter(Refusal refusal) => (refusal.Kind, refusal.Message.Code) switch
    {
        (RefusalKind.Forbidden, _) => 'f',
        (RefusalKind.Rule, "status.already") => '=',
        (RefusalKind.Rule, "status.transition") => 'x',
        (RefusalKind.Rule, "status.blocked") => 'b',
        (RefusalKind.Rule, "block.done") => 'd',
        _ => '?',
    };
}
