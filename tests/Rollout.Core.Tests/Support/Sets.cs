using Rollout.Core.Participants;

namespace Rollout.Core.Tests.Support;

/// <summary>The participant sets that the repository keeps, and how one became another.</summary>
internal static class Sets
{
    public static ParticipantSet Provinces34 { get; } = Shipped("provinces-34");

    public static ParticipantSet Central { get; } = Shipped("central-2024");

    public static Lineage Merger { get; } = Lineage.Of(LienThong.Provinces, Provinces34) is { Lineage: { } lineage } ? lineage : throw new InvalidDataException();

    /// <summary>A set from rows of csv.</summary>
    public static ParticipantSet Of(string key, string text) =>
        ParticipantCsv.Read(key, $"{key}.csv", text) is { Set: { } set } ? set : throw new InvalidDataException(text);

    private static ParticipantSet Shipped(string key) => Of(key, Repository.Text("data", "participants", $"{key}.csv"));
}
