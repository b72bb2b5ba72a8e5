using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>Those who act in the tests; the row is Sóc Trăng's (94) unless a test says otherwise.</summary>
internal static class People
{
    public static readonly ParticipantId SocTrangId = new("provinces-63", "94");
    public static readonly Actor SocTrang = new(ActorKind.Participant, "soctrang", Participant: SocTrangId, Office: "Sở Tư pháp");
    public static readonly Actor CanTho = new(ActorKind.Participant, "cantho", Participant: new("provinces-63", "92"), Office: "Sở Tư pháp");
    public static readonly Actor Vpcp = new(ActorKind.Monitor, "vpcp", "vpcp");
    public static readonly Actor VpcpAgency = new(ActorKind.Agency, "vpcp.catalogue", "vpcp");
    public static readonly Actor C06 = new(ActorKind.Agency, "c06", "c06");
    public static readonly Actor C06Colleague = new(ActorKind.Agency, "c06.second", "c06");
    public static readonly Actor Btp = new(ActorKind.Agency, "btp", "btp");
    public static readonly Actor BtpColleague = new(ActorKind.Agency, "btp.second", "btp");
    public static readonly Actor Ndxp = new(ActorKind.Agency, "ndxp", "ndxp");
    public static readonly Actor Administrator = new(ActorKind.Administrator, "admin", "vpcp");
    public static readonly Actor Approver = new(ActorKind.Approver, "approver", "vpcp");
    public static readonly Actor Reader = new(ActorKind.Reader, "reader", "vpcp");

    /// <summary>A monitor of some other programme: called so, but not of this programme's lead.</summary>
    public static readonly Actor MonitorOfAnother = new(ActorKind.Monitor, "c06.monitor", "c06");
}
