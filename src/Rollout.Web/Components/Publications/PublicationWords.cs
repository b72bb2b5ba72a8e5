using Rollout.Core.Publications;
using Rollout.Core.Wording;
using Rollout.Web.Components.Shared;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Publications;

/// <summary>Publications as people read them.</summary>
public static class PublicationWords
{
    /// <summary>The look of a state.</summary>
    public static Look Of(PublicationState state) => new($"publication.state.{Words.Of(state)}", state switch
    {
        PublicationState.Submitted => "is-waiting",
        PublicationState.Approved => "is-progress",
        PublicationState.Issued => "is-done",
        PublicationState.Superseded => "is-stale",
        PublicationState.Cancelled => "is-unknown",
        _ => "is-none",
    }, state switch
    {
        PublicationState.Submitted => "hourglass",
        PublicationState.Approved => "half",
        PublicationState.Issued => "check",
        PublicationState.Superseded => "clock",
        PublicationState.Cancelled => "close",
        _ => "file",
    });

    /// <summary>What it is called: by its letter, or by its place among the drafts.</summary>
    public static string Title(Texts texts, Publication publication) => publication.Letter is { } letter
        ? texts["publication.titled", letter.Number, TextHelpers.Day(letter.Date)] : texts["publication.untitled", publication.Id];

    /// <summary>Of which instant it tells the state.</summary>
    public static string AsOf(Texts texts, Publication publication) => (publication.Frozen?.Content.AsOf ?? publication.Plan.AsOf) is { } asOf
        ? texts["publication.asOf", Texts.Moment(asOf)] : texts["publication.followsPresent"];
}
