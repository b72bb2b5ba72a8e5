using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;

namespace Rollout.Web.Components.Shared;

/// <summary>A page that people go to by its name.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Key of its name.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="Readers">Who may open it.</param>
public sealed record SitePage(string Path, string Title, string Sign, SiteReaders Readers = SiteReaders.Board)
{
    /// <summary>Key of its short name; its place in the navigation beside every page. Null when it is reached from other pages.</summary>
    public string? Short { get; init; }

    /// <summary>Whether it has a place on a small screen, where only the few wanted daily have one.</summary>
    public bool Daily { get; init; }

    /// <summary>Whether a programme has anything to show there.</summary>
    public bool Has(Programme programme) =>
        Path == SitePages.Letters ? programme.Letter is not null : !Path.StartsWith(SitePages.Measures, StringComparison.Ordinal) || !programme.Measures.IsEmpty;

    /// <summary>Whether somebody may open it. The page asks once more.</summary>
    /// <param name="programme">The programme that is shown.</param>
    /// <param name="person">Who asks; null for the public.</param>
    public bool MayOpen(Programme programme, Person? person) => Readers switch
    {
        SiteReaders.Board => person?.Mandate.MayRead(programme, null) ?? true,
        SiteReaders.SignedIn => person is not null,
        SiteReaders.Monitors => person?.Mandate.Kind == ActorKind.Monitor && person.Mandate.MayRead(programme, null),
        SiteReaders.Administrators => person is { IsAdministrator: true },
        _ => true,
    };
}
