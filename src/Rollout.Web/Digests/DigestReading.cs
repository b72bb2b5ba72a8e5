using System.Collections.Immutable;
using System.Text;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Digests;

/// <summary>Puts together what somebody is to be reminded of. Names provinces and steps, no people; nothing is made where there is nothing to say.</summary>
public sealed class DigestReading(ProgrammeCatalog catalog, BoardStore boards, DeadlineReading deadlines, Texts texts, DomainClock clock)
{
    /// <summary>Named one by one at most; the rest is a number, and the link leads to all of them.</summary>
    private const int Most = 12;

    /// <summary>The digest of a mandate as of now; null when nothing is due and nothing waits.</summary>
    /// <param name="mandate">In whose name somebody acts.</param>
    /// <param name="site">Where the links lead.</param>
    public Digest? Of(Mandate mandate, Uri site)
    {
        var (now, body) = (clock.Now, new StringBuilder());
        var (late, soon, waiting) = (0, 0, 0);
        foreach (var programme in catalog.All.Select(i => i.Programme))
        {
            var board = boards.Of(programme.Key);
            ImmutableArray<DueItem> due = [.. deadlines.Of(board, now, null)?.For(mandate, programme) ?? []];
            var tasks = Inbox.Of(board, mandate, now);
            if (due.IsEmpty && tasks.IsEmpty) continue;
            late += due.Count(d => d.State == DueState.Overdue);
            soon += due.Count(d => d.State == DueState.Soon);
            waiting += tasks.Length;
            Write(body, programme, due, tasks, new(site, $"/inbox?programme={programme.Key}"));
        }
        if (body.Length == 0) return null;
        body.AppendLine(texts["digest.why"]).AppendLine($"{new Uri(site, "/account")}");
        return new(texts["digest.subject", Texts.Day(HanoiTime.Local(now)), late, soon, waiting], body.ToString());
    }

    private void Write(StringBuilder body, Programme programme, ImmutableArray<DueItem> due, ImmutableArray<TaskItem> tasks, Uri inbox)
    {
        body.AppendLine(Texts.Of(programme.Title).ToUpperInvariant());
        foreach (var state in (DueState[])[DueState.Overdue, DueState.Soon])
            Write(body, texts[state == DueState.Overdue ? "digest.overdue" : "digest.soon", due.Count(d => d.State == state)], [.. due.Where(d => d.State == state)], d =>
                $"{d.Participant.Name} – {d.Step.Key} {Texts.Of(d.Step.Title)}: {texts.Due(d)} ({Texts.Day(d.LastDay)})");
        Write(body, texts["digest.waiting", tasks.Length], tasks, t => $"{t.Participant.Name} – {t.Step.Key} {Texts.Of(t.Step.Title)}: {texts.Span(clock.Now - t.Since)}");
        body.AppendLine($"{inbox}").AppendLine();
    }

    private void Write<T>(StringBuilder body, string head, ImmutableArray<T> items, Func<T, string> line)
    {
        if (items.IsEmpty) return;
        body.AppendLine(head);
        foreach (var item in items.Take(Most)) body.Append("  - ").AppendLine(line(item));
        if (items.Length > Most) body.Append("  ").AppendLine(texts["digest.more", items.Length - Most]);
    }
}
