using Rollout.Core.Publications;
using Rollout.Web.Components.Shared;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Publications;

/// <summary>Publications as people read them.</summary>
public static class PublicationWords
{
    /// <summary>What it is called: by its letter, or by its place among the drafts.</summary>
    public static string Title(Texts texts, Publication publication) => publication.Letter is { } letter
        ? texts["publication.titled", letter.Number, TextHelpers.Day(letter.Date)] : texts["publication.untitled", publication.Id];

    /// <summary>Of which instant it tells the state.</summary>
    public static string AsOf(Texts texts, Publication publication) => (publication.Frozen?.Content.AsOf ?? publication.Plan.AsOf) is { } asOf
        ? texts["publication.asOf", Texts.Moment(asOf)] : texts["publication.followsPresent"];
}
