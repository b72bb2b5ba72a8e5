using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;

namespace Rollout.Benchmarks;

/// <summary>What the ledger holds beside what the server acknowledged: everything once, in order, and nothing else.</summary>
internal static class Truth
{
    public static long Head(string folder)
    {
        using var services = Crowd.Open(folder);
        return services.GetRequiredService<BoardStore>().Current.Seq;
    }

    public static void Compare(string folder, long after, IReadOnlyCollection<Acknowledged> acknowledged)
    {
        using var services = Crowd.Open(folder);
        var written = services.GetRequiredService<LedgerReader>().After(Country.Programme.Key, after, int.MaxValue);
        var held = written.GroupBy(e => new StepKey(e.Participant, e.Phase!, e.Step!)).ToDictionary(g => g.Key, g => g.Select(Said).ToList());
        var heard = acknowledged.GroupBy(a => a.Cell).ToDictionary(g => g.Key, g => g.OrderBy(a => a.Order).Select(a => (a.Actor, a.To, HashOf(a.Note))).ToList());
        var lost = heard.Sum(h => Beyond(h.Value, held.GetValueOrDefault(h.Key, [])));
        var foreign = held.Sum(h => Beyond(h.Value, heard.GetValueOrDefault(h.Key, [])));
        var disordered = heard.Count(h => !h.Value.SequenceEqual(held.GetValueOrDefault(h.Key, [])));
        Figure.Limit("people: acknowledged actions that the ledger has not", $"of {acknowledged.Count}", lost, 0);
        Figure.Limit("people: entries that were doubled or never acknowledged", $"of {written.Length}", foreign, 0);
        Figure.Limit("people: cells whose entries are not those acknowledged, in the order of their versions", $"of {heard.Count}", disordered, 0);
    }

    private static (string Actor, StepStatus? To, string? Note) Said(LedgerEntry entry) =>
        (entry.Actor.Name, entry.Event is StepEvent.StatusChanged changed ? changed.To : null, entry.NoteHash);

    /// <summary>How many of some are not among others, each counted as often as it is there.</summary>
    private static int Beyond<T>(IEnumerable<T> some, IEnumerable<T> others)
        where T : notnull
    {
        var left = others.CountBy(o => o).ToDictionary();
        return some.CountBy(s => s).Sum(s => Math.Max(0, s.Value - left.GetValueOrDefault(s.Key)));
    }

    private static string? HashOf(string? note) => note is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)));
}
