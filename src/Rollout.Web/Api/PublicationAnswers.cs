using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Publishing;

namespace Rollout.Web.Api;

/// <summary>Publications as JSON. People's names are for those who are signed in, reasons and comments for those who work on it.</summary>
internal sealed class PublicationAnswers(NoteStore notes)
{
    /// <summary>A line of the list.</summary>
    public static object Line(Publication p) => new
    {
        p.Id,
        State = Words.Of(p.State),
        p.Plan.Phase,
        AsOf = p.Frozen?.Content.AsOf ?? p.Plan.AsOf,
        p.Letter?.Number,
        p.Letter?.Date,
        p.Since,
        p.Version,
        p.Plan.Supersedes,
        p.SupersededBy,
        p.Letter?.Hash,
    };

    /// <summary>All of one.</summary>
    public object Whole(PublicationView view, Person? person)
    {
        var (p, content) = (view.Publication, view.Content);
        return new
        {
            p.Id,
            State = Words.Of(p.State),
            p.Version,
            p.Since,
            p.Plan.Phase,
            content.AsOf,
            KnownOn = p.Frozen is null ? (DateTimeOffset?)null : content.KnownOn,
            FollowsPresent = p.Plan.AsOf is null,
            p.Letter?.Number,
            p.Letter?.Date,
            p.Plan.Supersedes,
            p.SupersededBy,
            Rows = content.Rows.Select(r => new { r.Number, r.Title, Count = r.Names.Count, r.Extra, Participants = r.Names.Select(n => new { n.Code, n.Name }) }),
            content.Notes,
            Remarks = p.Plan.Remarks.AsEnumerable(),
            Placings = p.Plan.Placings.Select(d => new { System = d.SystemKey, d.Code, Kind = Words.Of(d.Kind), d.Text }),
            Missing = view.Missing.Select(m => new { System = m.SystemKey, m.Code, m.Name, m.Unknown, Decided = view.PlacingOf(m) is not null }),
            Changes = view.Changes.Select(c => new { c.Code, c.Name, c.Left, c.Joined }),
            Hashes = p.Frozen is null ? null : new
            {
                Content = CanonicalContent.Hash(content),
                p.Frozen.LedgerSeq,
                p.Frozen.LedgerHash,
                Previous = p.Letter?.PreviousHash,
                Edition = p.Letter?.Hash,
            },
            Files = (p.Letter?.Files ?? []).Select(f => new { f.Format, f.Hash, f.Name }),
            SignedFiles = person is null ? [] : p.SignedFiles.Select(f => new { f.Hash, f.Name }).ToArray(),
            History = History(view, person),
        };
    }

    private object[] History(PublicationView view, Person? person)
    {
        var works = person?.Mandate.Kind is ActorKind.Monitor or ActorKind.Approver or ActorKind.Administrator;
        var said = works ? notes.Find(view.History.Select(e => e.NoteHash).OfType<string>()) : new Dictionary<string, NoteText>(StringComparer.Ordinal);
        return
        [
            .. view.History.Where(e => works || e.Event is not PublicationEvent.DraftCommented).Select(e => new
            {
                e.Seq,
                e.At,
                e.Kind,
                By = person is null ? null : e.Actor.Name,
                Role = Words.Of(e.Actor.Kind),
                e.Actor.Office,
                Note = e.NoteHash is { } hash && said.TryGetValue(hash, out var note) ? note.Text : null,
                e.Hash,
            }),
        ];
    }
}
