using System.Security.Claims;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;

namespace Rollout.Web.Acting;

/// <summary>Where prepared reports come in, from a page's circuit and from the API alike: the participant's vendor and contacts write them, nobody else.</summary>
public sealed class DraftDesk(LiveAccess access, ProgrammeCatalog catalog, Drafts drafts, FileStore files, DomainClock clock, TimeProvider time)
{
    /// <summary>Keeps a draft in the place of the cell's last one, or says why not.</summary>
    /// <param name="user">Who says to have prepared it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="draft">The draft of an author, written at an instant.</param>
    public Refusal? Put(ClaimsPrincipal? user, string programme, StepKey cell, Func<string, DateTimeOffset, ReportDraft> draft)
    {
        if (access.Now(user) is not { } person) return Refusal.Forbidden("actor.signIn");
        if (!person.Mandate.MayDraft(cell.Participant)) return Refusal.Forbidden("actor.noDraft");
        var (kept, refusal) = DraftRules.Check(draft(person.Name, time.GetUtcNow()), files, clock.Now);
        if (refusal is null) drafts.Put(kept!);
        return refusal;
    }

    /// <summary>The draft of a cell, for those who may see it.</summary>
    public ReportDraft? Find(Person? person, string programme, StepKey cell) =>
        person?.Mandate.MayDraft(cell.Participant) == true && catalog.Find(programme) is not null ? drafts.Find(programme, cell) : null;
}
