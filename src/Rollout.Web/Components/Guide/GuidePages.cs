using System.Collections.Immutable;
using Rollout.Core.Steps;
using static Rollout.Core.Programmes.GlossaryTopic;

namespace Rollout.Web.Components.Guide;

/// <summary>Which words belong to which page.</summary>
public static class GuidePages
{
    private static readonly string[] Statuses = ["notStarted", "inProgress", "assumed", "reported", "done", "blocked", "unknown"];
    private static readonly string[] Seen = ["verification", "passing", "failing", "stale", "notObservable"];
    private static readonly string[] Times = ["asOf", "knownOn"];

    /// <summary>All pages that have help.</summary>
    public static ImmutableArray<GuidePage> All { get; } =
    [
        new("overview", "/", "nav.overview", [Programme, Service, Systems], ["interrupted", "connection", "done", "inProgress", "assumed", "notStarted", "unknown", "estimate", "waitsOn", "verification", "failing"], []),
        new("lists", "/lists", "nav.lists", [Lists], ["connection", "done", "inProgress", "notStarted", "unknown", "unlisted", "publication", .. Times], [ActorKind.Monitor]),
        new("changes", "/lists/changes", "changes.title", [Lists], ["connection", "basis", "publication", .. Times], []),
        new("read", "/lists/read", "reading.title", [Lists], ["baseline", "assumed", "connection", "unlisted"], [ActorKind.Monitor]),
        new("publications", "/publications", "nav.publications", [Lists], ["publication", "unlisted", .. Times], [ActorKind.Monitor, ActorKind.Approver]),
        new("publication", "/publications/*", "nav.publications", [Lists], ["publication", "unlisted", "ledger", .. Times], [ActorKind.Monitor, ActorKind.Approver]),
        new("weekly", "/weekly", "weekly.title", [Lists, Service], ["waitsOn", "blocked", "interrupted", "publication"], []),
        new("figures", "/figures", "figures.title", [Systems], ["estimate", "waitsOn", "connection", "done"], []),
        new("measures", "/measures", "measures.title", [Lists], ["correction", "baseline", "unknown", .. Times], [ActorKind.Monitor, ActorKind.Agency, ActorKind.Participant]),
        new("measuresUpload", "/measures/upload", "measures.upload.title", [], ["correction", "ledger"], [ActorKind.Monitor, ActorKind.Agency, ActorKind.Participant]),
        new("programmes", "/programmes", "programmes.title", [Programme], ["done", "failing", "unknown", .. Times], []),
        new("letter", "/letters/new", "letter.title", [Lists], ["waitsOn", "connection", "unknown"], [ActorKind.Monitor]),
        new("reports", "/reports", "collection.title", [Steps], ["reported", "done", "unknown", .. Times], [ActorKind.Monitor, ActorKind.Participant]),
        new("board", "/board", "nav.board", [Steps], [.. Statuses, .. Seen, "waitsOn"], [ActorKind.Monitor, ActorKind.Agency, ActorKind.Participant]) { HasKeys = true },
        new("participants", "/participants", "nav.participants", [Systems], ["connection", "done", "inProgress", "assumed", "notStarted", "unknown", "interrupted"], []),
        new("participant", "/participants/*", "nav.participants", [Steps, Probes], [.. Statuses, "outOfOrder", "takenOver", "basis", .. Seen, "endpoint", "consent", "interrupted"], [ActorKind.Monitor, ActorKind.Agency, ActorKind.Participant, ActorKind.Vendor, ActorKind.Administrator]),
        new("probes", "/probes", "nav.probes", [Probes], [.. Seen, "endpoint", "consent", "faultOwner", "incident"], [ActorKind.Monitor, ActorKind.Participant, ActorKind.Administrator]),
        new("quiet", "/probes/quiet", "quiet.title", [Probes], ["endpoint", "stale"], [ActorKind.Participant, ActorKind.Administrator]),
        new("disagreements", "/disagreements", "attention.disagreement", [Steps], ["disagreement", "basis", "passing", "failing", "correction"], [ActorKind.Monitor]),
        new("inbox", "/inbox", "nav.inbox", [Steps], ["reported", "blocked", "waitsOn", "disagreement", "baseline"], [ActorKind.Monitor, ActorKind.Agency, ActorKind.Participant, ActorKind.Vendor, ActorKind.Approver]),
        new("answers", "/answers", "nav.answers", [Steps], ["blocked", "waitsOn"], []),
        new("activity", "/activity", "nav.activity", [Steps], ["ledger", "basis", "baseline", "correction", .. Times], []),
        new("agency", "/agencies/*", "guide.agency.title", [Systems, Steps], ["waitsOn", "reported"], [ActorKind.Agency]),
        new("account", "/account", "account.title", [], [], []),
        new("admin", "/admin", "admin.title", [], ["ledger", "endpoint"], []),
        new("login", "/login", "login.title", [], [], []),
        new("help", "/help", "guide.all", [], [], []),
    ];

    /// <summary>The help of an address: its own, or that of the pages above it, or the general one.</summary>
    public static GuidePage Of(string? path)
    {
        for (var words = (path ?? "").Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries); ; words = words[..^1])
        {
            var found = All.FirstOrDefault(p => Fits(p.Path.Split('/', StringSplitOptions.RemoveEmptyEntries), words));
            // Everything is below the first page, which explains only itself.
            if (found is not null && (words.Length > 0 || path is "/" or "")) return found;
            if (words.Length == 0) return All[^1];
        }
    }

    private static bool Fits(string[] page, string[] words) => page.Length == words.Length && page.Zip(words).All(w => w.First == "*" || w.First == w.Second);
}
