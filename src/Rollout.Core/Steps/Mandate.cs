using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>
/// In whose name an account or a key acts, the same word for both: <c>monitor</c>, <c>admin</c>, <c>reader</c>, <c>approver</c>,
/// <c>agency:KEY</c>, <c>participant:SET/CODE[,SET/CODE…]</c>, <c>vendor:SET/CODE[,SET/CODE…]</c>.
/// </summary>
/// <param name="Kind">The capacity.</param>
/// <param name="Agency">The agency acted for; only of agencies.</param>
/// <param name="Participants">The participants acted for; only of contacts and vendors.</param>
public sealed record Mandate(ActorKind Kind, string? Agency, ImmutableArray<ParticipantId> Participants)
{
    /// <summary>The words that start a mandate, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["monitor", "agency", "participant", "vendor", "approver", "reader", "admin"];

    /// <summary>Reads a mandate; false when the word is none.</summary>
    public static bool TryParse(string? word, [NotNullWhen(true)] out Mandate? mandate)
    {
        mandate = word?.Split(':', 2) switch
        {
            ["monitor"] => new(ActorKind.Monitor, null, []),
            ["admin"] => new(ActorKind.Administrator, null, []),
            ["reader"] => new(ActorKind.Reader, null, []),
            ["approver"] => new(ActorKind.Approver, null, []),
            ["agency", { Length: > 0 } agency] => new(ActorKind.Agency, agency, []),
            ["participant", var list] when ReadList(list) is { } own => new(ActorKind.Participant, null, own),
            ["vendor", var list] when ReadList(list) is { } served => new(ActorKind.Vendor, null, served),
            _ => null,
        };
        return mandate is not null;
    }

    /// <summary>Whether the mandate is limited to some participants and holds this one.</summary>
    public bool IsOf(ParticipantId participant) => Participants.Contains(participant);

    /// <summary>Whether the mandate may see a participant's row, or with null the whole board, under the programme's reading scope.</summary>
    public bool MayRead(Programme programme, ParticipantId? participant) =>
        programme.Reading == ReadingScope.All || Participants.IsEmpty || (participant is { } id && IsOf(id));

    /// <summary>The actor that the ledger will remember when the mandate is used towards a participant.</summary>
    /// <param name="programme">The programme: a monitor acts for its lead.</param>
    /// <param name="participant">Whose row.</param>
    /// <param name="name">Name of the account or key.</param>
    /// <param name="office">Its office, if it has one.</param>
    public Actor ActorFor(Programme programme, ParticipantId participant, string name, string? office = null) => new(
        Kind, name, Kind == ActorKind.Monitor ? programme.Lead : Agency,
        // A contact of others stays the contact of those: it must not look like this one's.
        Participants.IsEmpty ? null : IsOf(participant) ? participant : Participants[0],
        string.IsNullOrWhiteSpace(office) ? null : office);

    /// <summary>The word.</summary>
    public override string ToString() => Kind switch
    {
        ActorKind.Administrator => "admin",
        ActorKind.Agency => $"agency:{Agency}",
        ActorKind.Participant => "participant:" + string.Join(',', Participants),
        ActorKind.Vendor => "vendor:" + string.Join(',', Participants),
        _ => Wording.Words.Of(Kind),
    };

    private static ImmutableArray<ParticipantId>? ReadList(string list)
    {
        var all = ImmutableArray.CreateBuilder<ParticipantId>();
        foreach (var text in list.Split(','))
        {
            if (!ParticipantId.TryParse(text.Trim(), out var id)) return null;
            if (!all.Contains(id)) all.Add(id);
        }
        return all.ToImmutable();
    }
}
