using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;

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

    /// <summary>Which programmes have anything to show there; null when all have.</summary>
    public Func<Programme, bool>? Has { get; init; }

    /// <summary>What a programme itself calls it; null where its name is the same for all.</summary>
    public Func<Programme, LocalizedText>? Called { get; init; }

    /// <summary>Whether a programme has anything to show there.</summary>
    public bool IsOf(Programme programme) => Has?.Invoke(programme) ?? true;

    /// <summary>Its name in a programme; null for no programme.</summary>
    public string TitleIn(Texts texts, Programme? programme) => Called is { } called && programme is not null ? TextHelpers.Alone(Texts.Of(called(programme))) : texts[Title];

    /// <summary>Its short name in a programme.</summary>
    public string ShortIn(Texts texts, Programme? programme) => Called is null || programme is null ? texts[Short ?? Title] : TitleIn(texts, programme);

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
