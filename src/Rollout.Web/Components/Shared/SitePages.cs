using System.Collections.Immutable;

namespace Rollout.Web.Components.Shared;

/// <summary>The pages that have a name of their own: the navigation, the palette and the help go through this one list.</summary>
public static class SitePages
{
    /// <summary>Where reminders are written; only a programme that words its letter has it.</summary>
    public const string Letters = "/letters/new";

    /// <summary>All of them.</summary>
    public static ImmutableArray<SitePage> All { get; } =
    [
        new("/", "nav.overview", "home") { Short = "nav.overview", Daily = true },
        new("/lists", "nav.lists", "list") { Short = "nav.lists", Daily = true, Called = p => p.Appendix.Name },
        new("/board", "nav.board", "grid") { Short = "nav.boardShort", Daily = true },
        new("/participants", "nav.participants", "pin") { Short = "nav.participants", Daily = true },
        new("/measures", "measures.title", "bars") { Short = "nav.measuresShort", Has = p => !p.Measures.IsEmpty },
        new("/probes", "nav.probes", "pulse", SiteReaders.Readers) { Short = "nav.probesShort", Has = p => !p.Probes.IsEmpty },
        new("/reports", "collection.title", "file") { Short = "nav.reportsShort", Has = p => p.Collection is not null },
        new("/inbox", "nav.inbox", "inbox", SiteReaders.Readers) { Short = "nav.inboxShort", Daily = true },
        new("/answers", "nav.answers", "question", SiteReaders.Readers) { Short = "nav.answers" },
        new("/publications", "nav.publications", "file") { Short = "nav.publicationsShort" },
        new("/activity", "nav.activity", "clock", SiteReaders.Readers) { Short = "nav.activity" },
        new("/figures", "figures.title", "pulse"),
        new("/weekly", "weekly.title", "file"),
        new("/lists/changes", "changes.title", "list"),
        new("/lists/read", "reading.title", "file"),
        new("/measures/upload", "measures.upload.title", "file", SiteReaders.SignedIn) { Has = p => !p.Measures.IsEmpty },
        new("/programmes", "programmes.title", "grid", SiteReaders.Readers),
        new("/disagreements", "attention.disagreement", "alert", SiteReaders.Readers),
        new("/probes/quiet", "quiet.title", "hourglass", SiteReaders.Readers) { Has = p => !p.Probes.IsEmpty },
        new(Letters, "letter.title", "file", SiteReaders.Monitors) { Has = p => p.Letter is not null },
        new("/account", "account.title", "gear", SiteReaders.SignedIn),
        new("/admin", "admin.title", "gear", SiteReaders.Administrators),
        new("/admin/users", "admin.users", "gear", SiteReaders.Administrators),
        new("/admin/users/import", "admin.import", "gear", SiteReaders.Administrators),
        new("/admin/users/successors", "rebinding.title", "gear", SiteReaders.Administrators),
        new("/admin/keys", "admin.keys", "gear", SiteReaders.Administrators),
        new("/admin/security", "admin.security", "gear", SiteReaders.Administrators),
        new("/admin/status", "admin.status", "pulse", SiteReaders.Administrators),
        new("/help", "guide.all", "question", SiteReaders.Readers),
    ];
}
