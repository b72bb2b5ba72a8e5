using System.Text.Json;
using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>How far a dossier has come, by the endpoint's word.</summary>
/// <param name="Legs">By leg, whether it is reached.</param>
/// <param name="Status">The endpoint's own word for it, or null.</param>
/// <param name="HeldBy">Key of the agency with which it lies, or null.</param>
/// <param name="Final">Whether nothing more will come.</param>
internal sealed record DossierState(bool[] Legs, string? Status, string? HeldBy, bool Final)
{
    public bool Reached(DossierLeg leg) => Legs[(int)leg];

    /// <summary>Null when it is no such answer.</summary>
    public static DossierState? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(BodyText.WithoutMark(body));
            var root = document.RootElement;
            return new(
                [root.GetProperty("arrived").GetBoolean(), root.GetProperty("synchronised").GetBoolean(), root.GetProperty("returned").GetBoolean()],
                Word(root, "status"), Word(root, "heldBy"), root.TryGetProperty("final", out var final) && final.ValueKind == JsonValueKind.True);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
