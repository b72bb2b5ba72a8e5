using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>
/// How one set became another: who of the later one took over whom of the earlier one. It goes by set and code together, since a code of both
/// may mean two different participants, and it carries over nothing but the kinship: a successor inherits no status.
/// </summary>
public sealed class Lineage
{
    // By code of the earlier and of the later set.
    private readonly Dictionary<string, Participant> _successors;
    private readonly ILookup<string, Participant> _parts;

    private Lineage(ParticipantSet before, ParticipantSet after, Dictionary<string, Participant> successors)
    {
        (Before, After, _successors) = (before, after, successors);
        _parts = before.All.ToLookup(p => successors[p.Code].Code, StringComparer.Ordinal);
    }

    /// <summary>The earlier set, whose participants are the parts.</summary>
    public ParticipantSet Before { get; }

    /// <summary>The later set, whose participants are the wholes.</summary>
    public ParticipantSet After { get; }

    /// <summary>Reads the kinship of two sets; every mistake is named at its line and then there is none.</summary>
    /// <param name="before">The earlier set.</param>
    /// <param name="after">The later set, whose rows name their parts.</param>
    public static (Lineage? Lineage, ImmutableArray<Mistake> Mistakes) Of(ParticipantSet before, ParticipantSet after)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var successors = new Dictionary<string, Participant>(StringComparer.Ordinal);
        foreach (var whole in after.All)
            foreach (var part in whole.Parts is { } parts && parts.Set == before.Key ? parts.Codes : [])
                if (before.Find(part) is null) Wrong(after, whole, "lineage.unknown", $"{before.Key}/{part}");
                else if (!successors.TryAdd(part, whole)) Wrong(after, whole, "lineage.twice", $"{before.Key}/{part}", $"{successors[part].Id}");
        var bothWays = before.All.Any(p => p.Successor is not null);
        foreach (var part in before.All)
            if (!successors.TryGetValue(part.Code, out var whole)) Wrong(before, part, "lineage.none", $"{part.Id}", after.Key);
            else if (bothWays && part.Successor != whole.Code) Wrong(before, part, "lineage.differs", $"{part.Id}", part.Successor ?? "-", $"{whole.Id}");
        return mistakes.Count > 0 ? (null, [.. mistakes.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)]) : (new(before, after, successors), []);

        void Wrong(ParticipantSet set, Participant at, string code, params ReadOnlySpan<string> arguments) => mistakes.Add(At(set, at.Code, code, arguments));
    }

    /// <summary>
    /// The kinship of every two sets of which one names parts of the other. A set that names its own participants, or those of a set that does
    /// not exist, is told.
    /// </summary>
    public static (ImmutableArray<Lineage> Lineages, ImmutableArray<Mistake> Mistakes) All(IReadOnlyCollection<ParticipantSet> sets)
    {
        var lineages = ImmutableArray.CreateBuilder<Lineage>();
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        foreach (var after in sets.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var others = sets.Where(s => s.Key != after.Key).ToList();
            foreach (var whole in after.All)
                if (whole.Parts is { } parts && !others.Exists(s => s.Key == parts.Set))
                    mistakes.Add(At(after, whole.Code, "lineage.set", parts.Set, string.Join(", ", others.Select(s => s.Key).Order(StringComparer.Ordinal))));
            foreach (var before in others.Where(s => after.All.Any(w => w.Parts?.Set == s.Key)))
            {
                var (lineage, wrong) = Of(before, after);
                mistakes.AddRange(wrong);
                if (lineage is not null) lineages.Add(lineage);
            }
        }
        return (lineages.ToImmutable(), mistakes.ToImmutable());
    }

    /// <summary>Who took a part over; null when it is none of the earlier set.</summary>
    public Participant? SuccessorOf(ParticipantId part) => part.Set == Before.Key ? _successors.GetValueOrDefault(part.Code) : null;

    /// <summary>Whom a whole took over, in official order; empty when it is new or none of the later set.</summary>
    public ImmutableArray<Participant> PartsOf(ParticipantId whole) => whole.Set == After.Key ? [.. _parts[whole.Code]] : [];

    private static Mistake At(ParticipantSet set, string participant, string code, params ReadOnlySpan<string> arguments) =>
        new($"{set.Key}.csv", set.Lines.GetValueOrDefault(participant), 0, Message.Of(code, arguments));
}
