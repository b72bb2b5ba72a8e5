using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Versions;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Storage.Versions;

namespace Rollout.Web.Versions;

/// <summary>Reads a programme file as a version of what is served: every mistake, or everything that it would change. Whether somebody may is asked before.</summary>
public sealed partial class VersionReading(ProgrammeCatalog catalog, ProgrammeVersions versions, BoardStore boards, LedgerReader ledger, DomainClock clock)
{
    /// <summary>The most characters of a programme file.</summary>
    public const int Longest = 200_000;

    /// <summary>Entries read at a time.</summary>
    private const int Together = 20_000;

    /// <summary>The programmes that are served or wait for the start, in their order.</summary>
    public ImmutableArray<ProgrammeServed> All()
    {
        var kept = versions.All().ToLookup(v => v.Programme, StringComparer.Ordinal);
        return
        [
            .. catalog.All.Select(i => i.Programme.Key).Union(kept.Select(k => k.Key), StringComparer.Ordinal).Select(key =>
                new ProgrammeServed(key, catalog.Find(key), [.. kept[key]], catalog.Passed.FirstOrDefault(p => p.Version.Programme == key))),
        ];
    }

    /// <summary>The versions that take effect when the server is started again.</summary>
    public ImmutableArray<(string Programme, int Number)> Waiting() => [.. All().Where(s => s.Waiting is not null).Select(s => (s.Key, s.Waiting!.Number))];

    /// <summary>What would come of keeping a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="programme">The programme that it is to be; null to take the file's word for it.</param>
    public VersionPreview Preview(string text, string? programme)
    {
        var file = CatalogOverlay.FileOf(programme ?? "programme");
        var newest = versions.Newest();
        var (read, mistakes) = Read(file, text, programme, newest);
        if (read is null) return new(null, Quoted(mistakes, text), null, null, 0, IsNew: false);
        var (item, last) = (catalog.Find(read.Key), newest.FirstOrDefault(v => v.Programme == read.Key));
        if ((last?.Sha256 ?? item?.Origin?.Sha256) == ProgrammeOrigin.HashOf(text)) return new(null, [new(new(file, 0, 0, Message.Of("version.same")), "")], null, null, 0, IsNew: false);
        // Laid over what is served, it shows what it is no match for: a circle of successors, say.
        var together = CatalogOverlay.Of(catalog, [new(read.Key, 1, "", text, "", default, "")]);
        if (!together.Passed.IsEmpty) return new(null, Quoted(together.Passed[0].Mistakes, text), null, null, 0, IsNew: false);
        var participants = together.Find(read.Key)!.Participants;
        var before = boards.Current.Boards.GetValueOrDefault(read.Key);
        return new(
            read, [], VersionDifference.Between(item?.Origin is { } origin ? (origin.Text, item.Participants) : null, (text, participants)),
            LedgerEffect.Of(before, read, participants, Entries(read.Key), clock.Now), last?.Number ?? 0, item is null);
    }

    private (Programme? Programme, ImmutableArray<Mistake> Mistakes) Read(string file, string text, string? programme, ImmutableArray<ProgrammeVersion> newest)
    {
        if (text.Length > Longest) return (null, [new(file, 0, 0, Message.Of("version.long", $"{Longest}"))]);
        if (YamlAliases.Mistakes(file, text) is { IsEmpty: false } aliases) return (null, aliases);
        var keys = catalog.All.Select(i => i.Programme.Key).Union(newest.Select(v => v.Programme), StringComparer.Ordinal).ToList();
        var reading = ProgrammeYaml.Read(file, text, ProgrammeSurroundings.Of(catalog.Sets, keys));
        if (reading.Programme is not { Key: var key } read) return (null, reading.Mistakes);
        if (programme is not null && key != programme) return (null, [new(file, 0, 0, Message.Of("version.otherKey", key, programme))]);
        return catalog.Find(key) is null && !Key().IsMatch(key) ? (null, [new(file, 0, 0, Message.Of("version.key", key))]) : (read, []);
    }

    private IEnumerable<LedgerEntry> Entries(string programme)
    {
        for (var after = 0L; ;)
        {
            var some = ledger.After(programme, after, Together);
            foreach (var entry in some) yield return entry;
            if (some.Length < Together) yield break;
            after = some[^1].Seq;
        }
    }

    private static ImmutableArray<QuotedMistake> Quoted(ImmutableArray<Mistake> mistakes, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. mistakes.Select(m => QuotedMistake.Of(m, lines))];
    }

    /// <summary>It stands in addresses, and names a file.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
