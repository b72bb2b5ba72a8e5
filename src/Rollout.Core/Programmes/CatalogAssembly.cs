using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>
/// Puts programmes that were read one by one together with those who take part, and checks what no single file can know: that the sets of a
/// programme go together, that a closed one goes on in one that exists, and that the sets' lineage holds.
/// </summary>
public static class CatalogAssembly
{
    /// <summary>The catalogue, or every mistake.</summary>
    /// <param name="programmes">Each programme with the name of its file; those that give their place stand first, the others in the order given.</param>
    /// <param name="sets">The participant sets by key; those that a programme names are among them.</param>
    public static (ProgrammeCatalog? Catalog, ImmutableArray<Mistake> Mistakes) Of(
        IReadOnlyCollection<(string File, Programme Programme)> programmes, IReadOnlyDictionary<string, ParticipantSet> sets)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var items = ImmutableArray.CreateBuilder<ProgrammeCatalog.Item>();
        foreach (var (file, programme) in programmes.OrderBy(p => p.Programme.Order ?? int.MaxValue))
        {
            var own = programme.ParticipantSets.Select(k => sets[k]).ToList();
            var wrong = mistakes.Count;
            mistakes.AddRange(Mistakes(programme, own).Select(m => new Mistake(file, 0, 0, m)));
            if (Successor(programme, [.. programmes.Select(p => p.Programme)]) is { } message) mistakes.Add(new(file, 0, 0, message));
            if (mistakes.Count == wrong) items.Add(new(programme, ParticipantSet.Together(own)));
        }
        var (lineages, broken) = Lineage.All([.. sets.Values]);
        mistakes.AddRange(broken);
        return mistakes.Count > 0 ? (null, mistakes.ToImmutable()) : (new(items.ToImmutable()) { Lineages = lineages, Sets = sets }, []);
    }

    /// <summary>What is wrong between a programme and those who take part in it.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="sets">Its participant sets.</param>
    public static IEnumerable<Message> Mistakes(Programme programme, IReadOnlyCollection<ParticipantSet> sets) =>
        SharedCodes(sets).Concat(UnknownCodes(programme, sets));

    /// <summary>The codes that the sets of one programme share, as what is wrong with it.</summary>
    internal static IEnumerable<Message> SharedCodes(IEnumerable<ParticipantSet> sets) =>
        ParticipantSet.SharedCodes(sets).Select(s => Message.Of("catalog.doubled", s.First.Code, $"{s.First.Id} ({s.First.Name})", $"{s.Second.Id} ({s.Second.Name})"));

    /// <summary>The codes by which steps name participants that are of none of the sets, as what is wrong with the programme.</summary>
    private static IEnumerable<Message> UnknownCodes(Programme programme, IReadOnlyCollection<ParticipantSet> sets) =>
        from step in programme.Steps
        let applies = step.Applies
        where applies is not null
        from code in applies.Codes
        where sets.All(s => s.Find(code) is null)
        select Message.Of("catalog.code", step.Key, code);

    /// <summary>A successor must exist, and the way from one to the next must end.</summary>
    private static Message? Successor(Programme programme, ImmutableArray<Programme> all)
    {
        var way = new List<string> { programme.Key };
        for (var next = programme.Closing?.Successor; next is not null; next = all.First(p => p.Key == next).Closing?.Successor)
        {
            if (way.Contains(next)) return next == programme.Key ? Message.Of("catalog.circle", string.Join(" → ", way.Append(next))) : null;
            if (all.All(p => p.Key != next))
                return way.Count == 1 ? Message.Of("catalog.successor", next, string.Join(", ", all.Select(p => p.Key).Where(k => k != programme.Key))) : null;
            way.Add(next);
        }
        return null;
    }
}
