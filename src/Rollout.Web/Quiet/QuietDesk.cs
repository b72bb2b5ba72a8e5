using System.Collections.Immutable;
using System.Security.Claims;
using Rollout.Core.Programmes;
using Rollout.Core.Quiet;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;

namespace Rollout.Web.Quiet;

/// <summary>Where maintenance windows are written and ended, from a page's circuit and from the API alike: asks once more who it is.</summary>
public sealed class QuietDesk(LiveAccess access, ProgrammeCatalog catalog, MaintenanceBook book, SecurityLog log, DomainClock clock)
{
    private const string Kind = "maintenance";

    /// <summary>The windows somebody may see, as every process has written them, past ones too.</summary>
    public ImmutableArray<MaintenanceWindow> Of(Person person, Programme programme)
    {
        book.Refresh();
        return [.. book.Of(programme.Key).Where(w => WindowRules.MayRead(programme, person.Mandate, w.Scope))];
    }

    /// <summary>Keeps a window, or says why not.</summary>
    /// <param name="user">Who says to want it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="wish">The window.</param>
    /// <param name="address">Where the request came from; empty in a circuit.</param>
    public WindowOutcome Add(ClaimsPrincipal? user, string programme, WindowWish wish, string address)
    {
        if (access.Now(user) is not { } person) return WindowOutcome.Refused(Refusal.Forbidden("actor.signIn"));
        if (!WindowRules.MayWrite(person.Mandate, wish.Scope)) return WindowOutcome.Refused(Refusal.Forbidden("quiet.own"));
        var (rules, participants) = catalog.Find(programme)!;
        var now = clock.Now;
        var mistakes = WindowRules.Check(rules, participants, wish, now, CronTimes.Mistake);
        if (!mistakes.IsEmpty) return new(null, mistakes, null);
        var window = book.Add(WindowRules.Window(programme, wish, now, person.Name));
        log.Write(Kind, $"{programme} {window.Scope.Participant}", person.Name, address, $"+ {window.Id}: {window.Reason}");
        return new(window, [], null);
    }

    /// <summary>Ends a window now, or says why not; null when there is none that the person may see.</summary>
    /// <param name="user">Who says to want it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="id">Its number.</param>
    /// <param name="address">Where the request came from; empty in a circuit.</param>
    public WindowOutcome? End(ClaimsPrincipal? user, string programme, long id, string address)
    {
        if (access.Now(user) is not { } person) return WindowOutcome.Refused(Refusal.Forbidden("actor.signIn"));
        if (Of(person, catalog.Find(programme)!.Programme).FirstOrDefault(w => w.Id == id) is not { } window) return null;
        if (!WindowRules.MayWrite(person.Mandate, window.Scope)) return WindowOutcome.Refused(Refusal.Forbidden("quiet.own"));
        if (!book.End(programme, id)) return WindowOutcome.Refused(Refusal.Rule("quiet.over"));
        log.Write(Kind, $"{programme} {window.Scope.Participant}", person.Name, address, $"- {id}");
        return new(window, [], null);
    }
}
