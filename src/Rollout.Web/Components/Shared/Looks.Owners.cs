using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>Who must act, and whose fault it is.</summary>
public static partial class Looks
{
    /// <summary>The look of an owner: the participant's side, an agency, or ourselves.</summary>
    public static Look OfOwner(string owner) => owner switch
    {
        StepDefinition.Participant or FaultOwner.ParticipantSystem or FaultOwner.ParticipantGateway => new("", "is-owner", "pin"),
        FaultOwner.Self => new("", "is-owner", "pulse"),
        _ => new("", "is-owner", "office"),
    };

    /// <summary>Whose fault, or on whom it waits, as a person reads it: one of our words or the name an agency bears on a day.</summary>
    public static string Owner(Texts texts, Programme programme, string owner, DateTimeOffset on) => owner switch
    {
        StepDefinition.Participant => TextHelpers.Inside(Texts.Of(programme.ParticipantWord)),
        FaultOwner.ParticipantSystem => texts["owner.participantSystem"],
        FaultOwner.ParticipantGateway => texts["owner.participantGateway"],
        FaultOwner.Self => texts["owner.self"],
        _ => programme.FindOrganisation(owner) is { } agency ? Texts.Of(agency.NameOn(Core.Calendar.HanoiTime.DayOf(on)).Short) : owner,
    };

    /// <summary>Several owners in one line.</summary>
    public static string Owners(Texts texts, Programme programme, IEnumerable<string> owners, DateTimeOffset on) =>
        string.Join(", ", owners.Select(o => Owner(texts, programme, o, on)));

    /// <summary>An owner that stands alone, as at the head of a line.</summary>
    public static string OwnerAlone(Texts texts, Programme programme, string owner, DateTimeOffset on) => TextHelpers.Alone(Owner(texts, programme, owner, on));
}
