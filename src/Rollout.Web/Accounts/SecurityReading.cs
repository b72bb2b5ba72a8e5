using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>The security log for administrators.</summary>
public sealed class SecurityReading(AdminGate gate, SecurityLog log)
{
    /// <summary>How many lines a page shows.</summary>
    public const int PageLength = 200;

    private const int MostInFile = 100_000;

    /// <summary>A page, the newest first.</summary>
    public AdminAnswer<ImmutableArray<SecurityLine>> Page(Caller caller, string? kind, string? text, long before) =>
        gate.Lets(caller, "securityLog") ? log.Read(kind, text, before, PageLength) : AdminGate.Refusal;

    /// <summary>The kinds that occur.</summary>
    public AdminAnswer<ImmutableArray<string>> Kinds(Caller caller) => gate.Lets(caller, "securityLog") ? log.Kinds() : AdminGate.Refusal;

    /// <summary>All lines as csv.</summary>
    public AdminAnswer<string> Csv(Caller caller, string? kind, string? text) => !gate.Lets(caller, "securityLog")
        ? AdminGate.Refusal
        : AccountCsv.Write(log.Read(kind, text, most: MostInFile).Select(l => (string[])[HanoiTime.Local(l.At).ToString("yyyy-MM-ddTHH:mm:sszzz"), l.Kind, l.Subject, l.By, l.Address, l.Detail])
            .Prepend(["at", "kind", "subject", "by", "address", "detail"]));
}
