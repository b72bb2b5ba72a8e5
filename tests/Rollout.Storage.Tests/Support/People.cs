using Rollout.Core.Steps;

namespace Rollout.Storage.Tests.Support;

/// <summary>Those who act in the tests.</summary>
internal static class People
{
    public static Actor Vpcp { get; } = new(ActorKind.Monitor, "vpcp", "vpcp");

    public static Actor C06 { get; } = new(ActorKind.Agency, "c06", "c06");

    public static Actor Btp { get; } = new(ActorKind.Agency, "btp", "btp");

    public static Actor Ndxp { get; } = new(ActorKind.Agency, "ndxp", "ndxp");

    public static Actor Bo { get; } = new(ActorKind.Monitor, "bo", "bo");

    public static Actor Province(string code) => new(ActorKind.Participant, $"tinh-{code}", Participant: new("provinces-63", code), Office: "Văn phòng UBND");
}
